/** A language as files say it; nothing where it is no tag. */
export function languageTag(tag: string | undefined): { readonly language?: string } {
  try {
    const [language] = Intl.getCanonicalLocales(tag?.trim().replaceAll('_', '-') ?? '');
    return language === undefined ? {} : { language };
  } catch {
    return {};
  }
}

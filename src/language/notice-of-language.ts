import { LANGUAGES } from './languages.js';

const NOTICES = new Map(
  LANGUAGES.flatMap(({ tag, notice }) => (notice === undefined ? [] : [[tag, notice] as const])),
);
const COMMON = 'en';

/**
 * That the texts are in another language than the question, in the question's where the product
 * knows how to say it, else in English.
 */
export function noticeOfLanguage(asked: string, texts: readonly string[]): string {
  const tag = NOTICES.has(asked) ? asked : COMMON;
  return (NOTICES.get(tag) ?? '').replace('{}', texts.map((text) => nameOf(text, tag)).join(', '));
}

/** `English` for `en`, in the language `in`; the tag itself where there is no name for it. */
function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The phrases with those in their place that somebody gave, the last of which counts. */
export function withReplacements<Said extends object>(
  phrases: Said,
  replacements: readonly object[],
): Said {
  const strings = { ...phrases };
  for (const name of Object.keys(phrases) as (keyof Said & string)[]) {
    for (const replacement of replacements) {
      const wording = (replacement as Readonly<Record<string, unknown>>)[name];
      if (typeof wording === 'string') strings[name] = wording as Said[keyof Said & string];
    }
  }
  return strings;
}

/** `zh` of `zh-Hans-CN`. */
export function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

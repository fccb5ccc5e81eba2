/** Whether a text is as one of several patterns, such as those of all languages, says. */
export interface Matcher {
  test(text: string): boolean;
}

/** Patterns must not have the `g` flag: it remembers where it was. */
export function anyOf(patterns: readonly RegExp[]): Matcher {
  return { test: (text) => patterns.some((pattern) => pattern.test(text)) };
}

/** Words as alternatives of a regular expression, longer ones first. */
export function alternatives(words: readonly string[]): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
}

import { words } from '../../src/language/tokenize.js';

/** How often each word stands in some texts, as an index counts them. */
export function wordCountsOf(...texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

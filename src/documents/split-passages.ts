import type { Span } from '../types.js';

/**
 * Longer paragraphs are embedded in parts: one vector of a page says little of any sentence in it.
 */
const MAX_PASSAGE_WORDS = 220;

/**
 * Parts of a paragraph at sentence ends, each of at most {@link MAX_PASSAGE_WORDS} words where its
 * sentences allow it. One part for all but very long paragraphs.
 * @param sentences spans of the paragraph's sentences, in order, in the coordinates of `text`
 */
export function splitPassages(text: string, sentences: readonly Span[]): Span[] {
  const passages: { start: number; end: number; words: number }[] = [];
  for (const { start, end } of sentences) {
    const words = text.slice(start, end).split(/\s+/u).length;
    const last = passages.at(-1);
    if (last !== undefined && last.words + words <= MAX_PASSAGE_WORDS) {
      last.end = end;
      last.words += words;
    } else {
      passages.push({ start, end, words });
    }
  }
  return passages.map(({ start, end }) => ({ start, end }));
}

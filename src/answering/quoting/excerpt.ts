import type { IndexedParagraph } from '../../ports/search-index.js';
import type { Span } from '../../types.js';

/**
 * Consecutive sentences of one paragraph that an answer quotes: one citation. Spans are of
 * `document.text`.
 */
export interface Excerpt {
  readonly paragraph: IndexedParagraph;
  /** In order, at least one. */
  readonly sentences: readonly Span[];
  /** What is said on a line of its own in place of its words, which are quoted all the same. */
  readonly saidAs?: string;
}

/** From the first sentence's beginning to the last one's end. */
export function spanOf({ sentences }: Excerpt): Span {
  return { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 };
}

/** Its words as they stand in the source. */
export function textOf(excerpt: Excerpt): string {
  const { start, end } = spanOf(excerpt);
  return excerpt.paragraph.document.text.slice(start, end);
}

/** Sentences of a paragraph, by their places: neighbouring ones are one excerpt. */
export function excerptsAt(paragraph: IndexedParagraph, places: ReadonlySet<number>): Excerpt[] {
  const runs: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => ({
    paragraph,
    sentences: run.flatMap((place) => paragraph.sentences[place] ?? []),
  }));
}

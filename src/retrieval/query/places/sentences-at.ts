import type { IndexedParagraph } from '../../../ports/search-index.js';
import { byDocument } from './places-at.js';
import { counting } from './place-number.js';
import type { PlaceStep } from './reference.js';

/** A sentence that a question names. */
export interface NamedSentence {
  readonly paragraph: IndexedParagraph;
  /** Its place among the sentences of the paragraph, from 0 on. */
  readonly place: number;
}

/**
 * "The second sentence" of what stands at a place, of each text for itself: its paragraphs are
 * counted through. None where there is no such.
 */
export function sentencesAt(
  paragraphs: readonly IndexedParagraph[],
  { position, number = '', through = number }: PlaceStep,
): NamedSentence[] {
  return byDocument(paragraphs).flatMap((text) => {
    const all = text.flatMap((paragraph) =>
      paragraph.sentences.map((_, place): NamedSentence => ({ paragraph, place })),
    );
    const [from, to] = [position ?? counting(number), position ?? counting(through)];
    // The third last of two is none.
    const [first, last] = from < 0 ? [all.length + from + 1, all.length + to + 1] : [from, to];
    return first > 0 ? all.slice(first - 1, last) : [];
  });
}

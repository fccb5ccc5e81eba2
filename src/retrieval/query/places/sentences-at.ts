import type { IndexedParagraph } from '../../../ports/search-index.js';
import { byDocument } from './places-at.js';
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
    if (position !== undefined && position < 0) return all.slice(position).slice(0, 1);
    const [first, last] = [position ?? Number(number), position ?? Number(through)];
    return first > 0 ? all.slice(first - 1, last) : [];
  });
}

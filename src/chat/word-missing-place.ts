import { showPlain } from '../documents/show-plain.js';
import { filled, placePhrasesIn } from '../language/place-phrases.js';
import type { MissingPlace } from '../retrieval/query/places/missing-place.js';
import type { Document } from '../types.js';

/** Texts of which it is said what they have in its stead; more make a list of it. By hand. */
const TEXTS_IN_FULL = 3;

export interface WordMissingPlaceOptions {
  /** BCP 47 tag of the language to say it in. */
  readonly language: string;
  readonly documents: readonly Pick<Document, 'id' | 'title'>[];
  /** Of several texts, as they are shown: a few of them. */
  readonly titles: readonly string[];
}

/** "There is no article 99 in the Charter; its articles run from 1 to 54." */
export function wordMissingPlace(
  missing: readonly MissingPlace[],
  { language, documents, titles }: WordMissingPlaceOptions,
): string {
  const phrases = placePhrasesIn(language);
  const places = [...new Set(missing.map(({ words }) => words))].map(showPlain);
  const texts = new Set(missing.map(({ documentId }) => documentId));
  if (texts.size > TEXTS_IN_FULL || places.length > 1) {
    return filled(phrases.missing, { place: places.join(', '), title: titles.join('; ') });
  }
  return missing
    .map(({ documentId, words, there }) => {
      const title = documents.find(({ id }) => id === documentId)?.title ?? documentId;
      const named = { place: showPlain(words), title: showPlain(title) };
      if (there === undefined || there.first === there.last) return filled(phrases.missing, named);
      const { kind, first, last, inner } = there;
      const kinds = phrases.kinds[kind] ?? phrases.kinds.item;
      const phrase = inner ? phrases.missingWithin : phrases.missingOf;
      return filled(phrase, { ...named, kinds, first, last });
    })
    .join(' ');
}

import type { IndexedParagraph } from '../../ports/search-index.js';

/** A sentence of the texts, by where it stands. */
export interface PlacedSentence {
  readonly paragraph: IndexedParagraph;
  /** Its place among the sentences of the paragraph, from 0 on. */
  readonly place: number;
}

/** Its words as they stand in the source; empty where there is no such sentence. */
export function wordingOf({ paragraph: { document, sentences }, place }: PlacedSentence): string {
  const sentence = sentences[place];
  return sentence === undefined ? '' : document.text.slice(sentence.start, sentence.end);
}

export function wordCount(sentence: PlacedSentence): number {
  return wordingOf(sentence).trim().split(/\s+/u).length;
}

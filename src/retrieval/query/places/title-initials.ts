import { remembered } from '../../../documents/remembered.js';
import { isStopWord, words } from '../../../language/tokenize.js';
import type { DocumentMetadata } from '../../../types.js';

/**
 * Ids of the documents whose titles have words with these initials: "CRC", "Convention on the Rights
 * of the Child".
 */
export function withInitials(word: string, documents: readonly DocumentMetadata[]): string[] {
  if (!/^\p{Lu}{2,}$/u.test(word)) return [];
  return initialsOf(documents).flatMap(({ id, initials }) => (initials.includes(word) ? [id] : []));
}

const initialsOf = remembered((documents: readonly DocumentMetadata[]) =>
  documents.map(({ id, title }) => {
    const letters = words(title)
      .filter((each) => !isStopWord(each))
      .map((each) => each.charAt(0).toUpperCase());
    return { id, initials: letters.join('') };
  }),
);

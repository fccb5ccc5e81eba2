import { isStopWord, stem, words } from '../text/tokenize.js';
import type { Document } from '../types.js';

/** "both declarations", "each of the two texts", "the documents": all of a small corpus. */
const ALL_OF_THEM = /\b(?:both|two|each|all)\b[^.?!]*\b(?:declarations?|documents?|texts?|treaties|charters?)\b|\beach declaration\b/iu;
const DOCUMENT_NOUNS: ReadonlySet<string> = new Set([
  'declaration', 'declarations', 'document', 'documents', 'text', 'texts', 'treaty', 'treaties', 'charter', 'charters', 'compare', 'both', 'each', 'two',
]);
/** In a larger corpus "all documents" names none in particular. */
const MAX_ALL = 4;
const MIN_NAME_LENGTH = 3;

/**
 * Ids of the documents that a question names: by a word of their id or place that no other document's has
 * ("Sochi", "the Rio text"), or by speaking of both or all of a few. Empty where it names none.
 */
export function namedDocuments(question: string, documents: readonly Document[]): string[] {
  if (documents.length < 2) return [];
  if (documents.length <= MAX_ALL && ALL_OF_THEM.test(question)) return documents.map(({ id }) => id);
  const asked = new Set(words(question).map(stem));
  const names = documents.map(namesOf);
  const shared = (name: string): boolean => names.filter((set) => set.has(name)).length > 1;
  return documents.flatMap(({ id }, i) => ([...(names[i] ?? [])].some((name) => asked.has(name) && !shared(name)) ? [id] : []));
}

/** The question without the words that only say which documents are meant; they stand all over the documents named. */
export function withoutDocumentNames(question: string, documents: readonly Document[]): string {
  const names = new Set(documents.flatMap((document) => [...namesOf(document)]));
  const rest = question.replace(/[\p{L}\p{M}'’-]+/gu, (word) => {
    const plain = words(word);
    return plain.every((part) => names.has(stem(part)) || DOCUMENT_NOUNS.has(part)) && plain.length > 0 ? ' ' : word;
  });
  return rest.trim() === '' ? question : rest.replace(/\s+/gu, ' ').trim();
}

function namesOf({ id, place = '' }: Document): Set<string> {
  return new Set(
    words(`${id.replace(/[-_.~]/gu, ' ')} ${place}`)
      .filter((word) => word.length >= MIN_NAME_LENGTH && !/\d/u.test(word) && !isStopWord(word))
      .map(stem),
  );
}

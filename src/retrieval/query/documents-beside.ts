import { isStopWord, stem, words } from '../../language/tokenize.js';
import type { Document, Span } from '../../types.js';
import { DOCUMENT_NOUNS, namesOf } from './named-documents.js';

/** Words of its title that must stand together where more is said than a name. */
const MIN_TITLE_WORDS = 2;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’_.-][\p{L}\p{M}\p{N}]+)*/gu;
/** Between a place and the words beside it, and between these. */
const CLOSE = /^[\s"“”«»()]*,?[\s"“”«»()]*$/u;

/** How words name documents: by the whole of its name, or by a word of its title. */
interface Names {
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly titled: ReadonlyMap<string, readonly string[]>;
}

/**
 * Ids of the documents whose names stand right beside a place: "GDPR article 17", "paragraph 5 of
 * the lake charter". Here no capital is needed, and the title and its initials name a document too.
 */
export function documentsBeside(
  question: string,
  place: Span,
  documents: readonly Document[],
): string[] {
  if (documents.length < 2) return [];
  const names = namesIn(documents);
  const after = named(wordsOf(question, place.end), names);
  return after.length > 0 ? after : named(wordsBefore(question, place.start), names);
}

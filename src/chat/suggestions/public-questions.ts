import { withoutEnd } from '../../language/end-of.js';
import { questionsOf } from '../../documents/searched-text.js';
import { terms } from '../../language/tokenize.js';
import type { IndexedParagraph, SearchIndex } from '../../ports/search-index.js';

/** A suggestion is read at a glance. */
const MAX_WORDS = 12;
/** What a sentence begins with, ends with, and what may stand behind its end. */
const BEGINNING = /^[\p{P}\p{S}]*(?!\p{Ll})[\p{L}\p{N}]/u;
const END = /\p{Po}$/u;
const CLOSES = /["'”’»)]/u;

/**
 * The questions of a paragraph's expansion that can stand on a public page: short whole sentences
 * in words that the texts use themselves. The others lead visitors' own words to the paragraph, the
 * rude ones too.
 */
export function publicQuestions(
  { vocabulary }: Pick<SearchIndex, 'vocabulary'>,
  { document, paragraph }: Pick<IndexedParagraph, 'document' | 'paragraph'>,
): readonly string[] {
  return questionsOf(document, paragraph).filter(
    (question) =>
      isSentence(question) &&
      question.split(/\s+/u).length <= MAX_WORDS &&
      terms(question, document.language).every((term) => vocabulary.has(term)),
  );
}

/** Begins and ends as a sentence does: what is typed in a hurry is searched, not shown. */
function isSentence(question: string): boolean {
  return BEGINNING.test(question) && (END.test(question) || END.test(withoutEnd(question, CLOSES)));
}

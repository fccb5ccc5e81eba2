import type { SearchIndex } from '../retrieval/search/search-index.js';
import { questionsOf } from '../documents/searched-text.js';
import type { IndexedDocument } from '../types.js';

/** A suggestion is read at a glance. */
const MAX_WORDS = 12;

/**
 * Questions that the index can answer, for people who do not know yet what to ask: from its
 * expansions, of every text in turn, spread over each. None where no text has any.
 */
export function suggestQuestions(
  { documents }: Pick<SearchIndex, 'documents'>,
  count: number,
): string[] {
  const byDocument = documents.map(shortQuestions).filter((questions) => questions.length > 0);
  const perDocument = Math.ceil(count / Math.max(1, byDocument.length));
  const spread = byDocument.map((questions) => pickSpread(questions, perDocument));
  const inTurn = Array.from({ length: perDocument }, (_, i) =>
    spread.flatMap((questions) => questions[i] ?? []),
  );
  return inTurn.flat().slice(0, count);
}

/** The first short question of each paragraph. */
function shortQuestions(document: IndexedDocument): string[] {
  return document.paragraphs.flatMap(
    (paragraph) =>
      questionsOf(document, paragraph).find(
        (question) => question.split(/\s+/u).length <= MAX_WORDS,
      ) ?? [],
  );
}

function pickSpread(questions: readonly string[], count: number): string[] {
  const taken = Math.min(count, questions.length);
  return Array.from(
    { length: taken },
    (_, i) => questions[Math.floor(((i + 0.5) * questions.length) / taken)] ?? '',
  );
}

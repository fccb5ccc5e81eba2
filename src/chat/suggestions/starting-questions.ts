import type { SearchIndex } from '../../retrieval/search/search-index.js';
import { publicQuestions } from './public-questions.js';
import { sectionQuestions } from './section-questions.js';

/**
 * Questions that the texts answer, for people who do not know yet what to ask: of every text in
 * turn, those of its editor first, then of its expansions, spread over it; of its headings where it
 * has neither. None where no text has any.
 * @param within ids of the documents to keep to; all where absent
 */
export function startingQuestions(
  index: Pick<SearchIndex, 'documents' | 'paragraphs' | 'vocabulary'>,
  { count, within }: { readonly count: number; readonly within?: ReadonlySet<string> | undefined },
): string[] {
  const documents = index.documents.filter(({ id }) => within?.has(id) !== false);
  const byDocument = documents
    .map((document) => {
      const own = document.suggestions ?? [];
      const expanded = index.paragraphs
        .filter((paragraph) => paragraph.document === document)
        .flatMap((paragraph) => publicQuestions(index, paragraph)[0] ?? []);
      const hasNone = own.length + expanded.length === 0;
      return { own, expanded: hasNone ? sectionQuestions(index, document) : expanded };
    })
    .filter(({ own, expanded }) => own.length + expanded.length > 0);
  const perDocument = Math.ceil(count / Math.max(1, byDocument.length));
  const spread = byDocument.map(({ own, expanded }) => [
    ...own.slice(0, perDocument),
    ...pickSpread(expanded, Math.max(0, perDocument - own.length)),
  ]);
  const inTurn = Array.from({ length: perDocument }, (_, i) =>
    spread.flatMap((questions) => questions[i] ?? []),
  );
  return [...new Set(inTurn.flat())].slice(0, count);
}

function pickSpread(questions: readonly string[], count: number): string[] {
  const taken = Math.min(count, questions.length);
  return Array.from(
    { length: taken },
    (_, i) => questions[Math.floor(((i + 0.5) * questions.length) / taken)] ?? '',
  );
}

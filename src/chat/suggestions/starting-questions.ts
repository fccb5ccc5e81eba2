import type { SearchIndex } from '../../ports/search-index.js';
import { publicQuestions } from './public-questions.js';
import { sectionQuestions } from './section-questions.js';

/** Texts that are looked through for each question that is wanted. By hand. */
const LOOKED_THROUGH = 4;

/**
 * Questions that the texts answer, for people who do not know yet what to ask: of every text in
 * turn, those of its editor first, then of its expansions, spread over it; of its headings where it
 * has neither. None where no text has any.
 * @param within ids of the documents to keep to; all where absent
 */
export async function startingQuestions(
  index: Pick<SearchIndex, 'documents' | 'paragraphsOf' | 'vocabulary'>,
  { count, within }: { readonly count: number; readonly within?: ReadonlySet<string> | undefined },
): Promise<string[]> {
  const all = index.documents.filter(({ id }) => within?.has(id) !== false);
  // Of very many some are enough, from all over the index: the words of each have to be loaded.
  const documents = pickSpread(all, LOOKED_THROUGH * count);
  const questions = await Promise.all(
    documents.map(async ({ id, suggestions: own = [] }) => {
      const paragraphs = await index.paragraphsOf(id);
      const expanded = paragraphs.flatMap(
        (paragraph) => publicQuestions(index, paragraph)[0] ?? [],
      );
      const hasNone = own.length + expanded.length === 0;
      return { own, expanded: hasNone ? sectionQuestions(paragraphs) : expanded };
    }),
  );
  const byDocument = questions.filter(({ own, expanded }) => own.length + expanded.length > 0);
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

/** So many of them, at even distances. */
function pickSpread<Item>(items: readonly Item[], count: number): Item[] {
  const taken = Math.min(count, items.length);
  return Array.from({ length: taken }, (_, i) => i).flatMap(
    (i) => items[Math.floor(((i + 0.5) * items.length) / taken)] ?? [],
  );
}

import { namedDocuments } from '../../retrieval/query/named-documents.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { ListedDocument, SearchIndex } from '../../ports/search-index.js';
import type { Inquiry } from '../../types.js';
import { WHOLE_DOCUMENT } from '../settings.js';

/**
 * The documents that a question about a text as a whole means: those it names, or those the
 * questions name that it leans on; else the one where what it leans on leads; else all, as long as
 * they are few, or those where most was found.
 */
export function askedDocuments(
  { documents }: Pick<SearchIndex, 'documents'>,
  { documents: within }: Pick<Inquiry, 'documents'>,
  { question, query, evidence, steps }: Retrieval,
): readonly ListedDocument[] {
  const searched =
    within === undefined ? documents : documents.filter(({ id }) => within.includes(id));
  const ids = new Set(evidence.map(({ paragraph }) => paragraph.document.id));
  const found = [...ids].flatMap((id) => searched.find((document) => document.id === id) ?? []);
  const leaning = steps.plan.context.questions.length > 0;
  const named = [question, ...(leaning ? [query] : [])]
    .map((text) => namedDocuments(text, searched))
    .find(({ length }) => length > 0);
  if (named !== undefined) return few(searched.filter(({ id }) => named.includes(id)));
  if (leaning && found.length > 0) return found.slice(0, 1);
  if (searched.length <= WHOLE_DOCUMENT.maxDocuments) return searched;
  return few(found.length > 0 ? found : searched);
}

function few(documents: readonly ListedDocument[]): readonly ListedDocument[] {
  return documents.slice(0, WHOLE_DOCUMENT.maxDocuments);
}

import { noticeOfLanguage } from '../language/notice-of-language.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';
import type { Inquiry } from '../types.js';

/** What is said beside an answer to a question in another language than the texts that were asked. */
export function noticeOf(
  { documents }: Pick<SearchIndex, 'documents'>,
  { inquiry, retrieval }: { readonly inquiry: Inquiry; readonly retrieval: Retrieval },
): string | undefined {
  if (!retrieval.foreign) return undefined;
  const asked = documents.filter(({ id }) => inquiry.documents?.includes(id) !== false);
  return noticeOfLanguage(retrieval.language, [...new Set(asked.map(({ language }) => language))]);
}

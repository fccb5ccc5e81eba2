import { toScoredPassage } from '../answering/to-scored-passage.js';
import type { SearchReply } from '../protocol.js';
import type { DeclarationRetriever } from '../retrieval/retriever.js';
import type { Inquiry } from '../types.js';

/** The paragraphs that bear on a question, best first. */
export async function searchParagraphs(
  retriever: DeclarationRetriever,
  inquiry: Inquiry,
  options: { readonly topK: number; readonly signal: AbortSignal },
): Promise<SearchReply> {
  const { query, evidence } = await retriever.retrieve(inquiry, options);
  return { query, passages: evidence.map(toScoredPassage) };
}

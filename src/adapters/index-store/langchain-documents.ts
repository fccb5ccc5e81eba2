import { Document as LangChainDocument } from '@langchain/core/documents';
import type { IndexContent } from '../../types.js';

/**
 * The form in which LangChain's store keeps the entries; `metadata.entry` is the number of the
 * vector.
 */
export function toLangChainDocuments({ documents, entries }: IndexContent): LangChainDocument[] {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return entries.map((entry, number) => {
    const pageContent =
      entry.kind === 'question'
        ? entry.question
        : (texts.get(entry.documentId)?.slice(entry.start, entry.end) ?? '');
    return new LangChainDocument({ pageContent, metadata: { ...entry, entry: number } });
  });
}

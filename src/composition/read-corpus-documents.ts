import { withExpansions } from '../adapters/corpus/expansions.js';
import { readCorpus } from '../adapters/corpus/read-corpus.js';
import { readDocuments, type CorpusDocuments } from '../ingestion/read-documents.js';

/**
 * The documents of a corpus folder, as they would be indexed.
 * @throws DeclarationChatError `unreadable-corpus`
 */
export function readCorpusDocuments(
  corpusDir: string,
  signal?: AbortSignal,
): Promise<CorpusDocuments> {
  return readDocuments(corpusDir, { readCorpus, withExpansions, signal });
}

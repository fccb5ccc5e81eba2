import { openCorpus } from '../adapters/corpus/open-corpus.js';
import { readDocuments, type CorpusDocuments } from '../ingestion/read-documents.js';

/**
 * The documents of a corpus folder, as they would be indexed.
 * @throws DeclarationChatError `unreadable-corpus`
 */
export async function readCorpusDocuments(
  corpusDir: string,
  signal?: AbortSignal,
): Promise<CorpusDocuments> {
  const corpus = await openCorpus(corpusDir);
  try {
    return await readDocuments(corpus, signal);
  } finally {
    corpus.close();
  }
}

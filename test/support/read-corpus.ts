import { openCorpus, type OpenCorpusOptions } from '../../src/adapters/corpus/open-corpus.js';
import { readDocuments } from '../../src/ingestion/read-documents.js';
import type { CorpusSource, Remarks } from '../../src/ports/corpus.js';

/** What is read of the files of a corpus folder. */
export async function readCorpus(
  directory: string,
  { signal, ...options }: OpenCorpusOptions & { readonly signal?: AbortSignal } = {},
): Promise<Remarks & { readonly documents: readonly CorpusSource[] }> {
  const corpus = await openCorpus(directory, options);
  try {
    const { sources, skipped, notices } = await readDocuments(corpus, signal);
    return { documents: sources, skipped, notices };
  } finally {
    corpus.close();
  }
}

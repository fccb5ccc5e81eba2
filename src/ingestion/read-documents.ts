import { toDocument } from '../documents/to-document.js';
import type { Corpus, CorpusSource } from '../ports/corpus.js';
import type { Document, IndexedDocument } from '../types.js';

/** Where texts, and what leads to them, come from. */
export interface DocumentSources {
  readonly readCorpus: (
    directory: string,
    options: { readonly signal?: AbortSignal },
  ) => Promise<Corpus>;
  /** Adds the questions and words that stand beside a text, if any. */
  readonly withExpansions: (
    document: Document,
    source: CorpusSource,
  ) => Promise<Pick<Corpus, 'skipped' | 'notices'> & { readonly document: IndexedDocument }>;
  readonly signal?: AbortSignal | undefined;
}

export interface CorpusDocuments extends Pick<Corpus, 'skipped' | 'notices'> {
  /** Ready to be indexed, in the order of their ids, never empty. */
  readonly documents: readonly IndexedDocument[];
  /** What each was made of, in the same order. */
  readonly sources: readonly CorpusSource[];
}

/**
 * The documents of a corpus folder: its files read, divided into paragraphs, and given their
 * questions.
 * @throws what the sources throw
 */
export async function readDocuments(
  directory: string,
  { readCorpus, withExpansions, signal }: DocumentSources,
): Promise<CorpusDocuments> {
  const corpus = await readCorpus(directory, signal === undefined ? {} : { signal });
  const sources = corpus.documents;
  const expanded = await Promise.all(
    sources.map((source) => withExpansions(toDocument(source), source)),
  );
  return {
    documents: expanded.map(({ document }) => document),
    sources,
    skipped: [...corpus.skipped, ...expanded.flatMap(({ skipped }) => skipped)],
    notices: [...corpus.notices, ...expanded.flatMap(({ notices }) => notices)],
  };
}

import { embedDocument, type EmbedOptions } from '../src/ingestion/embed-document.js';
import { entriesOfDocument } from '../src/ingestion/entries.js';
import type { KnownVectors, VectorCache } from '../src/ports/vector-cache.js';
import type { IndexContent, IndexedDocument } from '../src/types.js';

export interface BuildOptions extends Pick<EmbedOptions, 'onParagraph' | 'signal'> {
  readonly documents: readonly IndexedDocument[];
  readonly embeddings: EmbedOptions['embeddings'] & { readonly dimensions: number };
  /** Where the same model's vectors of these texts may be. */
  readonly known?: readonly KnownVectors[];
  /** Is given what is embedded. */
  readonly onEmbedded?: (made: Parameters<VectorCache['add']>[0]) => void;
}

/** An index in memory. */
export async function buildIndex({
  documents,
  embeddings,
  known = [],
  onEmbedded,
  onParagraph,
  signal,
}: BuildOptions): Promise<IndexContent> {
  const content = documents.map((document) => ({ document, entries: entriesOfDocument(document) }));
  const entries = content.flatMap((one) => one.entries);
  const { dimensions } = embeddings;
  const values = new Float32Array(entries.length * dimensions);
  const cache = memoryCache(onEmbedded);
  let at = 0;
  const into = {
    append: (vectors: readonly ArrayLike<number>[]): Promise<void> => {
      for (const vector of vectors) {
        values.set(vector, at);
        at += dimensions;
      }
      return Promise.resolve();
    },
  };
  for (const one of content) {
    await embedDocument(one, { embeddings, known, cache, into, onParagraph, signal });
  }
  return { documents, entries, vectors: { values, dimensions } };
}

function memoryCache(onEmbedded: BuildOptions['onEmbedded']): VectorCache {
  const vectors = new Map<string, ArrayLike<number>>();
  return {
    find: ({ side, text }) => vectors.get(`${side}\0${text}`),
    add: (made) => {
      for (const { side, text, vector } of made) vectors.set(`${side}\0${text}`, vector);
      onEmbedded?.(made);
      return Promise.resolve();
    },
    clear: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

import { Breather } from '../src/concurrency/breather.js';
import { documentTerms } from '../src/documents/document-terms.js';
import type { SearchIndex } from '../src/ports/search-index.js';
import type { VectorStore } from '../src/ports/vector-store.js';
import type { IndexContent, IndexEntry } from '../src/types.js';
import {
  indexedParagraphs,
  partsOf,
  vectorCountsOf,
} from '../src/retrieval/search/indexed-paragraphs.js';
import { LexicalParts } from '../src/retrieval/search/lexical-parts.js';
import { listedDocument } from '../src/retrieval/search/listed-document.js';
import { LocalIndex } from '../src/retrieval/search/local-index.js';
import { ParagraphTable } from '../src/retrieval/search/paragraph-table.js';

/** An index with all of it in memory; a server goes on answering while it is made. */
export async function createSearchIndex({
  documents,
  entries,
  vectors,
  store,
}: IndexContent & { readonly store: VectorStore }): Promise<SearchIndex> {
  const breather = new Breather();
  const lexical = new LexicalParts();
  for (const document of documents) {
    lexical.add(documentTerms(document));
    await breather.breathe();
  }
  const own = entriesByDocument(entries);
  const counts = documents.map((document) => vectorCountsOf(document, own.get(document.id) ?? []));
  const table = new ParagraphTable(counts);
  const { values, dimensions } = vectors;
  const vectorsAt = (first: number, count: number): typeof vectors => ({
    values: values.subarray(first * dimensions, (first + count) * dimensions),
    dimensions,
  });
  const paragraphs = documents.map((document, place) => {
    const first = table.firstOf(place);
    const before = table.firstVectorOf(first);
    return indexedParagraphs(document, {
      first,
      vectorCounts: counts[place] ?? [],
      vectorsAt: partsOf(vectorsAt(before, table.firstVectorOf(table.firstOf(place + 1)) - before)),
    });
  });
  return new LocalIndex({
    documents: documents.map(listedDocument),
    table,
    ...lexical.build(),
    store,
    vectorsAt: ({ first, count }) => vectorsAt(first, count),
    load: (place) => Promise.resolve(paragraphs[place] ?? []),
  });
}

function entriesByDocument(entries: readonly IndexEntry[]): Map<string, IndexEntry[]> {
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.documentId);
    if (group === undefined) groups.set(entry.documentId, [entry]);
    else group.push(entry);
  }
  return groups;
}

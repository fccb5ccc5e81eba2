import type { IndexDirectory, OpenIndex } from '../../src/adapters/index-store/index-directory.js';
import type { Encoder } from '../../src/ports/encoder.js';
import type { IndexManifest } from '../../src/ports/index-storage.js';
import type { IndexedParagraph, SearchIndex } from '../../src/ports/search-index.js';
import type { IndexContent } from '../../src/types.js';
import { candidateRows, type CandidateRow } from './candidate-rows.js';

/** An index that was opened, and all that it holds beside it. */
export interface OpenedIndex extends OpenIndex, IndexContent {}

/** A paragraph that a vector leads to. */
export interface NearParagraph {
  readonly found: IndexedParagraph;
  /** The highest with its vectors. */
  readonly cosine: number;
}

/** Opens an index and reads all of it back from its files. */
export async function openIndex(storage: IndexDirectory, encoder: Encoder): Promise<OpenedIndex> {
  const opened = await storage.open(encoder);
  return { ...opened, ...(await readAll(storage, opened.manifest)) };
}

/** The paragraphs of the nearest vectors, as many as there are vectors; the nearest first. */
export async function nearest(
  index: SearchIndex,
  vector: ArrayLike<number>,
  vectors: number,
): Promise<readonly NearParagraph[]> {
  const found = await index.candidates({ terms: [], vector }, { lexical: 0, dense: vectors });
  const sorted = candidateRows(index, found).sort(
    (a, b) => cosineOf(b) - cosineOf(a) || a.number - b.number,
  );
  const paragraphs = await index.paragraphs(sorted.map(({ number }) => number));
  return paragraphs.map((found, i) => ({ found, cosine: cosineOf(sorted[i]) }));
}

async function readAll(storage: IndexDirectory, manifest: IndexManifest): Promise<IndexContent> {
  const contents = [];
  for (const document of manifest.documents) {
    contents.push(await storage.readDocument(manifest, document));
  }
  const { dimensions } = manifest.embedding;
  return {
    documents: contents.map(({ document }) => document),
    entries: contents.flatMap(({ entries }) => entries),
    vectors: {
      values: Float32Array.from(contents.flatMap(({ vectors }) => Array.from(vectors.values))),
      dimensions,
    },
  };
}

function cosineOf(candidate: CandidateRow | undefined): number {
  return Math.max(-1, ...Object.values(candidate?.cosines ?? {}));
}

import { join } from 'node:path';
import { Breather } from '../../concurrency/breather.js';
import type { IndexManifest, StoredDocument } from '../../ports/index-storage.js';
import type { VectorStore } from '../../ports/vector-store.js';
import { indexedParagraphs } from '../../retrieval/search/indexed-paragraphs.js';
import { LexicalParts } from '../../retrieval/search/lexical-parts.js';
import { LocalIndex } from '../../retrieval/search/local-index.js';
import { ParagraphTable } from '../../retrieval/search/paragraph-table.js';
import type { EstimateFor } from '../../retrieval/search/paragraph-vectors.js';
import { termsFile, textFile, toDocument, vectorFile } from './document-files.js';
import { pathIn } from './generation-files.js';
import { corrupt } from './faults.js';
import { LoadedDocuments, type LoadedDocument } from '../loaded-documents.js';
import { GRAPH_FILE } from './hnsw-graph.js';
import { entryAtSlot } from './langchain-documents.js';
import type { Axes } from './principal-axes.js';
import { holdVectors, type HeldVectors } from './held-vectors.js';
import { readSealed } from './sealed-file.js';
import { someVectors } from './some-vectors.js';
import { readTerms, type DescribedDocument } from './terms-file.js';
import { estimatesFrom } from './vector-codes.js';
import { VectorFiles } from './vector-files.js';

/** What finds the nearest vectors of a generation. */
export interface OpenStore {
  readonly store: VectorStore;
  /** Those of its graph, where this is along axes. */
  readonly axes?: Axes | undefined;
}

/** Up to so many vectors are held in memory: reading them would be most of a search. */
const HELD_VECTORS = 10_000;
/** Vectors whose usual length along axes is taken: their lengths differ by a twentieth. */
const MEASURED = 256;

/**
 * What is searched of a generation goes into memory; words and vectors are read when they are asked
 * for. A server goes on answering meanwhile.
 * @throws DeclarationChatError `index-corrupt`
 */
export async function openLocalIndex(
  directory: string,
  manifest: IndexManifest,
  { store, axes }: OpenStore,
): Promise<LocalIndex> {
  const { described, lexical } = await describe(directory, manifest);
  const { dimensions } = manifest.embedding;
  const table = new ParagraphTable(described.map(({ vectorCounts }) => vectorCounts));
  const firstVector = (document: number): number => table.firstVectorOf(table.firstOf(document));
  const fileOf = (document: number, name: (sha256: string) => string): string =>
    pathIn(directory, manifest, name(manifest.documents[document]?.sha256 ?? ''));
  const files = new VectorFiles(dimensions, (document) => fileOf(document, vectorFile));
  const vectors = table.vectorCount > HELD_VECTORS ? files : await holdAll(manifest, files);
  const documents = new LoadedDocuments(async (place): Promise<LoadedDocument> => {
    const path = fileOf(place, textFile);
    const { document } = toDocument(await readSealed(path), path);
    const paragraphs = indexedParagraphs(document, {
      first: table.firstOf(place),
      vectorCounts: document.paragraphs.map((_, i) =>
        table.vectorCountsOf(table.firstOf(place) + i),
      ),
      // Kept by whoever asked; what is read next takes the place of what was read before.
      vectorsAt: (from, count) => {
        const { values } = vectors.read(place, { first: from, count });
        return { values: values.slice(), dimensions };
      },
    });
    return { paragraphs, size: document.text.length };
  });
  return new LocalIndex({
    documents: described.map(({ about }) => about),
    table,
    ...lexical.build(),
    store,
    estimateFor: axes && (await estimates(directory, { manifest, table, axes, files })),
    vectorsAt: ({ document, first, count }) =>
      vectors.read(document, { first: first - firstVector(document), count }),
    load: (place) => documents.get(place),
  });
}

/** What every document says of itself, and the words of all together. */
async function describe(
  directory: string,
  manifest: IndexManifest,
): Promise<{
  readonly described: readonly Omit<DescribedDocument, 'terms'>[];
  readonly lexical: LexicalParts;
}> {
  const breather = new Breather();
  const lexical = new LexicalParts();
  const described: Omit<DescribedDocument, 'terms'>[] = [];
  for (const document of manifest.documents) {
    const path = join(directory, manifest.generation, termsFile(document.sha256));
    const { terms, ...about } = await readTerms(path);
    if (!isAsDescribed(about, document)) throw corrupt(path, 'the manifest has it otherwise');
    lexical.add(terms);
    described.push(about);
    await breather.breathe();
  }
  return { described, lexical };
}

async function holdAll(
  { documents, embedding: { dimensions } }: IndexManifest,
  files: VectorFiles,
): Promise<HeldVectors> {
  const breather = new Breather();
  const all: Float32Array[] = [];
  for (const [place, { entries }] of documents.entries()) {
    all.push(files.read(place, { first: 0, count: entries }).values.slice());
    await breather.breathe();
  }
  files.close();
  return holdVectors(all, dimensions);
}

function estimates(
  directory: string,
  {
    manifest,
    table,
    axes,
    files,
  }: {
    readonly manifest: IndexManifest;
    readonly table: ParagraphTable;
    readonly axes: Axes;
    readonly files: VectorFiles;
  },
): Promise<EstimateFor> {
  return estimatesFrom(pathIn(directory, manifest, GRAPH_FILE), {
    axes,
    slots: manifest.slots,
    entries: table.vectorCount,
    most: table.mostVectors,
    entryAt: entryAtSlot(manifest.documents),
    some: someVectors(manifest.documents, files, MEASURED),
  });
}

function isAsDescribed(
  { about, vectorCounts }: Omit<DescribedDocument, 'terms'>,
  { id, paragraphs, entries }: StoredDocument,
): boolean {
  const vectors = vectorCounts.reduce(
    (sum, { passage, sentence, question }) => sum + passage + sentence + question,
    0,
  );
  return about.id === id && about.paragraphCount === paragraphs && vectors === entries;
}

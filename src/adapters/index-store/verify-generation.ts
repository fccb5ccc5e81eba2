import { join } from 'node:path';
import type { IndexManifest } from '../../ports/index-storage.js';
import { textFile, vectorFile } from './document-files.js';
import { digestFile } from './durable-files.js';
import { corrupt } from './faults.js';
import { readAxes } from './axes-file.js';
import { checkGraphFile, IncompleteWriteError, type StandingVector } from './graph-file.js';
import { GRAPH_FILE } from './hnsw-graph.js';
import { entryAtSlot } from './langchain-documents.js';
import { alongAxes, GRAPH_DIMENSIONS } from './principal-axes.js';
import { readSealed } from './sealed-file.js';
import { readVectors } from './vector-file.js';

/**
 * Holds every file against the manifest, then what is in them against each other.
 * @throws DeclarationChatError `index-corrupt`, naming the first file that differs
 */
export async function verifyGeneration(folder: string, manifest: IndexManifest): Promise<void> {
  await verifyFiles(folder, manifest);
  for (const { sha256 } of manifest.documents) await readSealed(join(folder, textFile(sha256)));
  await verifyGraph(folder, manifest, vectorsByDocument(folder, manifest));
}

/**
 * Holds every file against the manifest.
 * @throws DeclarationChatError `index-corrupt`, naming the first file that differs
 */
async function verifyFiles(folder: string, { files }: Pick<IndexManifest, 'files'>): Promise<void> {
  for (const [name, expected] of Object.entries(files)) {
    const path = join(folder, name);
    const found = await digestFile(path).catch((error: unknown) => {
      throw corrupt(path, 'it cannot be read', error);
    });
    if (found.bytes !== expected.bytes) {
      throw corrupt(path, `it has ${found.bytes} bytes instead of ${expected.bytes}`);
    }
    if (found.sha256 !== expected.sha256) {
      throw corrupt(path, 'its SHA-256 differs from the manifest');
    }
  }
}

/**
 * Of a large index so many vectors are not looked at for each that is: to turn them takes longer
 * than to read them. What is found is compared by its own vector in any case.
 */
const COMPARED_EVERY = 32;

/** The vector of an entry of the index. */
type VectorOf = (entry: number) => ArrayLike<number> | Promise<ArrayLike<number>>;

/**
 * Holds the graph, where there is one, against the vectors that it was built of.
 * @throws DeclarationChatError `index-corrupt`
 */
async function verifyGraph(
  folder: string,
  manifest: IndexManifest,
  vectorOf: VectorOf,
): Promise<void> {
  if (!(GRAPH_FILE in manifest.files)) return;
  const path = join(folder, GRAPH_FILE);
  const entryAt = entryAtSlot(manifest.documents);
  const axes = await readAxes(folder, manifest);
  const vectorAt = async (slot: number): Promise<StandingVector> => {
    const entry = entryAt(slot);
    if (entry === undefined) return undefined;
    if (axes === undefined) return vectorOf(entry);
    return slot % COMPARED_EVERY === 0 ? alongAxes(axes, await vectorOf(entry)) : 'any';
  };
  try {
    await checkGraphFile(path, {
      dimensions: axes === undefined ? manifest.embedding.dimensions : GRAPH_DIMENSIONS,
      count: manifest.slots,
      vectorAt,
    });
  } catch (error) {
    throw error instanceof IncompleteWriteError
      ? corrupt(path, `it ${error.message}`, error)
      : error;
  }
}

/** Reads a document when one of its vectors is asked for, and holds one at a time. */
function vectorsByDocument(
  folder: string,
  { documents, embedding: { dimensions } }: IndexManifest,
): VectorOf {
  let held: { readonly first: number; readonly values: Float32Array } | undefined;
  return async (entry) => {
    let inHeld = held === undefined ? -1 : (entry - held.first) * dimensions;
    if (held === undefined || inHeld < 0 || inHeld >= held.values.length) {
      let first = 0;
      const document = documents.find(({ entries }) => (first += entries) > entry);
      if (document === undefined) throw new RangeError(`There is no entry ${entry}.`);
      const values = await readVectors(join(folder, vectorFile(document.sha256)));
      held = { first: first - document.entries, values };
      inHeld = (entry - held.first) * dimensions;
    }
    return held.values.subarray(inHeld, inHeld + dimensions);
  };
}

import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { syncFile } from './durable-files.js';
import { checkGraphFile, EF_CONSTRUCTION, M } from './graph-file.js';
import { alongAxes, GRAPH_DIMENSIONS, type Axes } from './principal-axes.js';
import { vectorsIn } from './vector-file.js';

/** Name of the file in a generation. */
export const GRAPH_FILE = 'hnswlib.index';

const SPACE = 'cosine';
/** Fixed, so that the same texts build the same graph. */
const SEED = 100;
/** Adding is synchronous and takes about a millisecond a vector: others get their turn between. */
const ADDED_AT_ONCE = 32;

/** Not by its package, which is not there where it did not build: the compiler asks for it. */
type HierarchicalNSW = InstanceType<Awaited<ReturnType<typeof HNSWLib.imports>>['HierarchicalNSW']>;

/** Places of vectors in a graph: `count` of them from `first` on. */
export interface SlotRange {
  readonly first: number;
  readonly count: number;
}

export interface GraphChange {
  /** Of the vectors in the files. */
  readonly dimensions: number;
  /** Along which they are put in; as they are where absent. */
  readonly axes?: Axes | undefined;
  /** The graph that is changed, and what of it is gone; a new one is built where absent. */
  readonly from?: { readonly path: string; readonly gone: readonly SlotRange[] } | undefined;
  /** Files of vectors, and where those of each go: behind what is there, in their order. */
  readonly added: readonly (SlotRange & { readonly path: string })[];
}

/** Whether the native module built on this machine. */
export async function isHnswAvailable(): Promise<boolean> {
  try {
    await HNSWLib.imports();
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes the graph that comes of a change. What is gone stays in it as a waypoint that is never
 * found.
 * @throws IncompleteWriteError where the disk is full: the native module does not notice
 */
export async function writeGraph(path: string, change: GraphChange): Promise<void> {
  const { from, added, axes } = change;
  const dimensions = axes === undefined ? change.dimensions : GRAPH_DIMENSIONS;
  const graph =
    from === undefined ? await emptyGraph(dimensions) : await openGraph(from.path, dimensions);
  for (const { first, count } of from?.gone ?? []) {
    for (let slot = first; slot < first + count; slot += 1) graph.markDelete(slot);
  }
  const size = graph.getCurrentCount() + added.reduce((sum, { count }) => sum + count, 0);
  graph.resizeIndex(Math.max(1, size));
  for (const { path: vectors, first } of added) {
    let slot = first;
    for await (const vector of vectorsIn(vectors, change.dimensions)) {
      graph.addPoint(Array.from(axes === undefined ? vector : alongAxes(axes, vector)), slot);
      slot += 1;
      if (slot % ADDED_AT_ONCE === 0) await new Promise(setImmediate);
    }
  }
  await graph.writeIndex(path);
  await syncFile(path);
  await checkGraphFile(path, { dimensions, count: size });
}

/** A graph as it was written. A damaged file can end the process: verify its hash first. */
export async function openGraph(path: string, dimensions: number): Promise<HierarchicalNSW> {
  const { HierarchicalNSW } = await HNSWLib.imports();
  const graph = new HierarchicalNSW(SPACE, dimensions);
  await graph.readIndex(path);
  return graph;
}

async function emptyGraph(dimensions: number): Promise<HierarchicalNSW> {
  const { HierarchicalNSW } = await HNSWLib.imports();
  const graph = new HierarchicalNSW(SPACE, dimensions);
  graph.initIndex({ maxElements: 1, m: M, efConstruction: EF_CONSTRUCTION, randomSeed: SEED });
  return graph;
}

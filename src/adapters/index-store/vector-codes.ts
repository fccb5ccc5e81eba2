import type { EstimateFor } from '../../retrieval/search/paragraph-vectors.js';
import { vectorsInGraph } from './graph-file.js';
import { alongAxes, GRAPH_DIMENSIONS, lengthAlong, type Axes } from './principal-axes.js';

/** What stands for 1: numbers of a vector of unit length are rounded to 8 bits with their sign. */
const ONE = 127;

export interface CodesOptions {
  readonly axes: Axes;
  readonly slots: number;
  readonly entries: number;
  /** The number of the vector at a slot; undefined where it is gone. */
  readonly entryAt: (slot: number) => number | undefined;
  /** Some vectors of the index: those of a graph do not tell how long they were along its axes. */
  readonly some: AsyncIterable<Float32Array>;
}

/**
 * Takes from a graph along axes what tells about how near its vectors are: a twelfth of what the
 * vectors take, small enough for memory.
 * @returns what estimates a cosine as that along the axes, times how long both vectors are there
 */
export async function estimatesFrom(
  path: string,
  { axes, slots, entries, entryAt, some }: CodesOptions,
): Promise<EstimateFor> {
  const codes = new Int8Array(entries * GRAPH_DIMENSIONS);
  const graph = { dimensions: GRAPH_DIMENSIONS, count: slots };
  for await (const { slot, values } of vectorsInGraph(path, graph)) {
    const entry = entryAt(slot);
    if (entry !== undefined) putCode(codes, entry, values);
  }
  const usualLength = await meanLengthAlong(axes, some);
  return (vector) => {
    const factor = (usualLength * lengthAlong(axes, vector)) / ONE;
    const query = alongAxes(axes, vector).map((value) => value * factor);
    return (entry) => dotCode(codes, entry, query);
  };
}

function putCode(codes: Int8Array, entry: number, values: Float32Array): void {
  const at = entry * GRAPH_DIMENSIONS;
  for (let i = 0; i < GRAPH_DIMENSIONS; i += 1) {
    codes[at + i] = Math.round(ONE * (values[i] as number));
  }
}

/** A hot loop of every search, see {@link similarityTo}. */
function dotCode(codes: Int8Array, entry: number, query: Float32Array): number {
  const at = entry * GRAPH_DIMENSIONS;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < GRAPH_DIMENSIONS; i += 4) {
    a += (codes[at + i] as number) * (query[i] as number);
    b += (codes[at + i + 1] as number) * (query[i + 1] as number);
    c += (codes[at + i + 2] as number) * (query[i + 2] as number);
    d += (codes[at + i + 3] as number) * (query[i + 3] as number);
  }
  return a + b + c + d;
}

async function meanLengthAlong(axes: Axes, some: AsyncIterable<Float32Array>): Promise<number> {
  let [sum, count] = [0, 0];
  for await (const vector of some) {
    sum += lengthAlong(axes, vector);
    count += 1;
  }
  return sum / Math.max(1, count);
}

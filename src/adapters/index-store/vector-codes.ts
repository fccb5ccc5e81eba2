import { CODE_SCALE, CodeBlock } from '../../ranking/simd/code-block.js';
import type { EstimateFor } from '../../retrieval/search/paragraph-vectors.js';
import { vectorsInGraph } from './graph-file.js';
import { alongAxes, GRAPH_DIMENSIONS, lengthAlong, type Axes } from './principal-axes.js';

export interface CodesOptions {
  readonly axes: Axes;
  readonly slots: number;
  readonly entries: number;
  /** The most vectors that a paragraph has. */
  readonly most: number;
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
  { axes, slots, entries, most, entryAt, some }: CodesOptions,
): Promise<EstimateFor> {
  const codes = new CodeBlock(entries, GRAPH_DIMENSIONS, most);
  const graph = { dimensions: GRAPH_DIMENSIONS, count: slots };
  for await (const { slot, values } of vectorsInGraph(path, graph)) {
    const entry = entryAt(slot);
    if (entry !== undefined) codes.put(entry, values);
  }
  const usualLength = await meanLengthAlong(axes, some);
  return (vector) => {
    codes.query = alongAxes(axes, vector);
    const scale = (usualLength * lengthAlong(axes, vector)) / CODE_SCALE;
    return { of: (first, count) => codes.products(first, count), scale };
  };
}

async function meanLengthAlong(axes: Axes, some: AsyncIterable<Float32Array>): Promise<number> {
  let [sum, count] = [0, 0];
  for await (const vector of some) {
    sum += lengthAlong(axes, vector);
    count += 1;
  }
  return sum / Math.max(1, count);
}

import { dot } from '../../ranking/exact-search.js';
import { VectorBlock } from '../../ranking/simd/vector-block.js';

/** Numbers of a vector that the graph is built of, where it is built of fewer than there are. */
export const GRAPH_DIMENSIONS = 128;
/** Rounds of the iteration; beyond, the axes of text vectors hardly turn. */
const ROUNDS = 12;
/** Share of the square of a length that is no more than rounding of numbers of 32 bits. */
const NOTHING = 1e-10;
/** Others get their turn in between. */
const ADDED_AT_ONCE = 64;

/** Axes of unit length, one after the other, that stand upright on each other. */
export interface Axes {
  readonly values: Float32Array;
  /** Of the vectors that they are laid through. */
  readonly dimensions: number;
}

/**
 * The axes along which vectors spread most, measured from zero, since products are what counts: by
 * orthogonal iteration on their second moments (Golub & Van Loan, Matrix Computations, 8.2). The
 * same vectors give the same axes.
 */
export async function principalAxes(
  vectors: AsyncIterable<Float32Array>,
  dimensions: number,
): Promise<Axes> {
  const moments = await secondMoments(vectors, dimensions);
  let axes = orthonormal(
    Array.from({ length: GRAPH_DIMENSIONS }, (_, i) => beginning(i, dimensions)),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const turned = axes.map((axis) =>
      Float32Array.from({ length: dimensions }, (_, row) =>
        dot(moments.subarray(row * dimensions, (row + 1) * dimensions), axis),
      ),
    );
    axes = orthonormal(turned);
    await new Promise(setImmediate);
  }
  const values = new Float32Array(GRAPH_DIMENSIONS * dimensions);
  axes.forEach((axis, i) => {
    values.set(axis, i * dimensions);
  });
  return { values, dimensions };
}

/** A vector as it lies along the axes, of unit length again. */
export function alongAxes(axes: Axes, vector: ArrayLike<number>): Float32Array {
  return unit(projected(axes, vector));
}

/** How much of a vector's length lies along the axes; 1 of unit length where nothing is lost. */
export function lengthAlong(axes: Axes, vector: ArrayLike<number>): number {
  const along = projected(axes, vector);
  return Math.sqrt(dot(along, along));
}

const BLOCKS = new WeakMap<Axes, VectorBlock>();

function projected(axes: Axes, vector: ArrayLike<number>): Float32Array {
  const block = BLOCKS.get(axes) ?? blockOf(axes);
  BLOCKS.set(axes, block);
  return block.products(vector).slice();
}

function blockOf({ values, dimensions }: Axes): VectorBlock {
  const block = new VectorBlock(values.length / dimensions, dimensions);
  block.values.set(values);
  return block;
}

/** Sums of the products of their numbers, two by two, row by row. */
async function secondMoments(
  vectors: AsyncIterable<Float32Array>,
  dimensions: number,
): Promise<Float32Array> {
  const sums = new Float64Array(dimensions * dimensions);
  let count = 0;
  for await (const vector of vectors) {
    for (let row = 0; row < dimensions; row++) {
      const factor = vector[row] ?? 0;
      const from = row * dimensions;
      for (let column = 0; column < dimensions; column++) {
        sums[from + column] = (sums[from + column] as number) + factor * (vector[column] as number);
      }
    }
    count += 1;
    if (count % ADDED_AT_ONCE === 0) await new Promise(setImmediate);
  }
  return Float32Array.from(sums, (sum) => sum / Math.max(1, count));
}

/** Somewhere, and elsewhere for each. */
function beginning(place: number, dimensions: number): Float32Array {
  return Float32Array.from(
    { length: dimensions },
    (_, i) => Math.sin((place + 1) * (i + 1) * Math.SQRT2) + Number(place === i),
  );
}

/**
 * By Gram and Schmidt, each axis in turn, twice for the sake of rounding. Where nothing but rounding
 * is left of one, the vectors spread no wider: it is an axis of nothing.
 */
function orthonormal(vectors: readonly Float32Array[]): Float32Array[] {
  const axes: Float32Array[] = [];
  for (const vector of vectors) {
    const rest = without(axes, without(axes, vector));
    const isLeft = dot(rest, rest) > NOTHING * dot(vector, vector);
    axes.push(isLeft ? unit(rest) : new Float32Array(vector.length));
  }
  return axes;
}

/** What stands upright on all of the axes. */
function without(axes: readonly Float32Array[], vector: Float32Array): Float32Array {
  const rest = vector.slice();
  for (const axis of axes) {
    const share = dot(axis, rest);
    // As a loop: half a million of these are the work of finding axes.
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) - share * (axis[i] ?? 0);
  }
  return rest;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

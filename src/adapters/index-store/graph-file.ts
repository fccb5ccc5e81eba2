import { open, type FileHandle } from 'node:fs/promises';

/**
 * What stands at the beginning of a file of hnswlib 0.8 (`HierarchicalNSW::saveIndex`): seven whole
 * numbers of 8 bytes with two of 4 between, then three of 8.
 */
const HEAD_BYTES = 96;
const LINK_BYTES = 4;
const LABEL_BYTES = 8;
/** Links that a vector keeps per layer; 16 suits a few hundred dimensions. */
export const M = 16;
/** Breadth of the search for neighbours while building. */
export const EF_CONSTRUCTION = 200;
/** Read at once. */
const WINDOW_BYTES = 1 << 20;

/** What was written is not what is there. */
export class IncompleteWriteError extends Error {
  override readonly name = 'IncompleteWriteError';
}

export interface ExpectedGraph {
  readonly dimensions: number;
  readonly count: number;
  /**
   * The vector that stands at a slot, or that some vector does; undefined where it is gone, and no
   * more than a waypoint. Where given, the graph has to hold just these.
   */
  readonly vectorAt?: (slot: number) => StandingVector | Promise<StandingVector>;
}

/** `any`: there is one that is not compared. */
export type StandingVector = ArrayLike<number> | 'any' | undefined;

/** Of numbers up to 1; the graph's were divided by their length once more. */
const ROUNDING = 1e-4;

/**
 * Walks through a graph's file as hnswlib would, without it: whether it is as long as it says,
 * every link leads to a vector, and each vector is the one that was put in. What passes cannot lead
 * the native module astray, nor find anything else.
 * @throws IncompleteWriteError
 */
export async function checkGraphFile(path: string, expected: ExpectedGraph): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const reader = new Reader(file, size);
    const head = readHead(await reader.take(HEAD_BYTES), expected);
    const nodes = new Nodes(head.count);
    for (let i = 0; i < head.count; i += 1) {
      const node = await reader.take(head.nodeBytes);
      for (const target of linksIn(node, head.links)) nodes.link(target, 0);
      const label = Number(node.readBigUInt64LE(head.nodeBytes - LABEL_BYTES));
      nodes.label(label);
      if (expected.vectorAt === undefined) continue;
      const vector = await expected.vectorAt(label);
      if (isGone(node) !== (vector === undefined)) throw damaged('a vector gone or there again');
      if (vector === undefined || vector === 'any') continue;
      if (!holds(node.subarray(LINK_BYTES * (1 + head.links)), vector)) {
        throw damaged('another vector than was put in');
      }
    }
    for (let i = 0; i < head.count; i += 1) {
      const bytes = (await reader.take(LINK_BYTES)).readUInt32LE();
      const layers = bytes / head.layerBytes;
      if (!Number.isInteger(layers)) throw damaged('a layer of odd length');
      nodes.setLayers(i, layers);
      for (let layer = 1; layer <= layers; layer += 1) {
        const links = linksIn(await reader.take(head.layerBytes), head.upperLinks);
        for (const target of links) nodes.link(target, layer);
      }
    }
    if (head.count > 0) nodes.link(head.entry, head.layers);
    nodes.check();
    if (reader.at !== size) throw damaged(`${size - reader.at} bytes too many`);
  } finally {
    await file.close();
  }
}

/** A vector of a graph, of unit length; `values` stand where the next one's do. */
export interface SlottedVector {
  readonly slot: number;
  readonly values: Float32Array;
}

/**
 * The vectors of a graph that was checked before, in no order, those that are gone too.
 * @throws IncompleteWriteError
 */
export async function* vectorsInGraph(
  path: string,
  expected: Pick<ExpectedGraph, 'dimensions' | 'count'>,
): AsyncGenerator<SlottedVector> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const reader = new Reader(file, size);
    const head = readHead(await reader.take(HEAD_BYTES), expected);
    const values = new Float32Array(expected.dimensions);
    for (let i = 0; i < head.count; i += 1) {
      const node = await reader.take(head.nodeBytes);
      readNumbers(node.subarray(LINK_BYTES * (1 + head.links)), values);
      yield { slot: Number(node.readBigUInt64LE(head.nodeBytes - LABEL_BYTES)), values };
    }
  } finally {
    await file.close();
  }
}

function readNumbers(bytes: Buffer, values: Float32Array): void {
  for (let i = 0; i < values.length; i += 1) {
    values[i] = bytes.readFloatLE(i * Float32Array.BYTES_PER_ELEMENT);
  }
}

interface Head {
  readonly count: number;
  /** Of one vector with its links in the lowest layer. */
  readonly nodeBytes: number;
  /** Of the links of one vector in a layer above. */
  readonly layerBytes: number;
  /** Most links of a vector in the lowest layer, and in those above. */
  readonly links: number;
  readonly upperLinks: number;
  /** Where a search begins, and how many layers there are above the lowest. */
  readonly entry: number;
  readonly layers: number;
}

function readHead(
  bytes: Buffer,
  { dimensions, count }: Pick<ExpectedGraph, 'dimensions' | 'count'>,
): Head {
  const whole = (at: number): number => Number(bytes.readBigUInt64LE(at));
  const found = whole(16);
  if (found !== count) throw new IncompleteWriteError(`has ${found} of ${count} vectors`);
  const [nodeBytes, labelAt, dataAt] = [whole(24), whole(32), whole(40)];
  const [upperLinks, links] = [whole(56), whole(64)];
  const linkBytes = LINK_BYTES * (1 + links);
  const dataBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const addsUp =
    whole(0) === 0 &&
    whole(8) === Math.max(1, count) &&
    dataAt === linkBytes &&
    labelAt === dataAt + dataBytes &&
    nodeBytes === labelAt + LABEL_BYTES;
  // What places the vectors that are added later.
  const asBuilt =
    upperLinks === M &&
    links === 2 * M &&
    whole(72) === M &&
    Math.abs(bytes.readDoubleLE(80) * Math.log(M) - 1) < 1e-6 &&
    whole(88) === EF_CONSTRUCTION;
  if (!addsUp || !asBuilt) throw damaged('a head that does not add up');
  return {
    count,
    nodeBytes,
    links,
    upperLinks,
    layerBytes: LINK_BYTES * (1 + upperLinks),
    entry: bytes.readUInt32LE(52),
    layers: bytes.readInt32LE(48),
  };
}

/** Links begin with how many there are, in 16 bits; what follows the last is not looked at. */
function linksIn(bytes: Buffer, most: number): number[] {
  const there = bytes.readUInt16LE();
  if (there > most) throw damaged('a vector with too many links');
  return Array.from({ length: there }, (_, i) => bytes.readUInt32LE((i + 1) * LINK_BYTES));
}

/** hnswlib's mark of what is deleted, behind the number of links. */
function isGone(node: Buffer): boolean {
  return ((node[2] ?? 0) & 1) === 1;
}

/** Whether these bytes begin with the numbers of a vector, brought to unit length. */
function holds(bytes: Buffer, vector: ArrayLike<number>): boolean {
  const length = lengthOf(vector) || 1;
  for (let i = 0; i < vector.length; i += 1) {
    const found = bytes.readFloatLE(i * Float32Array.BYTES_PER_ELEMENT);
    // Not the other way round: what is no number differs from everything.
    if (!(Math.abs(found - (vector[i] ?? 0) / length) <= ROUNDING)) return false;
  }
  return true;
}

function lengthOf(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i += 1) squares += (vector[i] ?? 0) ** 2;
  return Math.sqrt(squares);
}

/** What is known of the vectors while the file is walked through. */
class Nodes {
  readonly #layers: Uint8Array;
  /** The highest layer in which something leads to each. */
  readonly #reached: Uint8Array;
  readonly #labels: Uint8Array;

  constructor(count: number) {
    this.#layers = new Uint8Array(count);
    this.#reached = new Uint8Array(count);
    this.#labels = new Uint8Array(count);
  }

  link(target: number, layer: number): void {
    const reached = this.#reached[target];
    if (reached === undefined) throw damaged('a link out of it');
    if (layer > reached) this.#reached[target] = Math.min(layer, 255);
  }

  label(label: number): void {
    if (this.#labels[label] !== 0) throw damaged('a label out of it, or one that stands twice');
    this.#labels[label] = 1;
  }

  setLayers(node: number, layers: number): void {
    this.#layers[node] = Math.min(layers, 255);
  }

  check(): void {
    const stray = this.#reached.some((layer, node) => layer > (this.#layers[node] ?? 0));
    if (stray) throw damaged('a link to where a vector does not reach');
  }
}

function damaged(what: string): IncompleteWriteError {
  return new IncompleteWriteError(`cannot be read back: ${what}`);
}

/** Reads a file from its beginning to its end, a window at a time. */
class Reader {
  readonly #file: FileHandle;
  readonly #size: number;
  #window = Buffer.alloc(0);
  #windowAt = 0;
  /** Offset of what is taken next. */
  at = 0;

  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  async take(bytes: number): Promise<Buffer> {
    if (this.at + bytes > this.#size) throw damaged('it ends too early');
    if (this.at + bytes > this.#windowAt + this.#window.length) {
      this.#window = Buffer.alloc(Math.min(Math.max(WINDOW_BYTES, bytes), this.#size - this.at));
      await this.#file.read(this.#window, 0, this.#window.length, this.at);
      this.#windowAt = this.at;
    }
    const from = this.at - this.#windowAt;
    this.at += bytes;
    return this.#window.subarray(from, from + bytes);
  }
}

import { open, readFile, type FileHandle } from 'node:fs/promises';
import { endianness } from 'node:os';
import type { VectorWriter } from '../../ports/index-storage.js';
import type { VectorTable } from '../../types.js';

const NUMBER_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** Vectors read at once by {@link vectorsIn}. */
const BATCH = 256;

/** Vectors in a file, one after the other, as little-endian floats of 32 bits. */
export class VectorFile implements VectorWriter {
  readonly #file: FileHandle;
  readonly #vectorBytes: number;

  private constructor(file: FileHandle, dimensions: number) {
    this.#file = file;
    this.#vectorBytes = dimensions * NUMBER_BYTES;
  }

  static async create(path: string, dimensions: number): Promise<VectorFile> {
    return new VectorFile(await open(path, 'w'), dimensions);
  }

  async append(vectors: readonly ArrayLike<number>[]): Promise<void> {
    const table = new Float32Array((vectors.length * this.#vectorBytes) / NUMBER_BYTES);
    vectors.forEach((vector, i) => {
      if (vector.length * NUMBER_BYTES !== this.#vectorBytes) {
        throw new RangeError(
          `A vector has ${vector.length} numbers instead of ${this.#vectorBytes / NUMBER_BYTES}.`,
        );
      }
      table.set(vector, i * vector.length);
    });
    await this.#file.writeFile(toBytes(table));
  }

  /** Waits until all is on the disk. */
  async close(): Promise<void> {
    try {
      await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }
}

/** All vectors of a file. */
export async function readVectors(path: string): Promise<VectorTable['values']> {
  return toFloats(await readFile(path));
}

/** The vectors of a file in their order, a few at a time. */
export async function* vectorsIn(path: string, dimensions: number): AsyncGenerator<Float32Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(BATCH * dimensions * NUMBER_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(bytes, 0, bytes.length);
      if (bytesRead === 0) return;
      const values = toFloats(bytes.subarray(0, bytesRead));
      for (let i = 0; i < values.length; i += dimensions) yield values.subarray(i, i + dimensions);
    }
  } finally {
    await file.close();
  }
}

/** As they stand in a file. */
export function toBytes(values: Float32Array): Uint8Array {
  return littleEndian(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

/** As they were before; a copy of their own. */
function toFloats(bytes: Uint8Array): VectorTable['values'] {
  // A copy of its own: a small Buffer may start at an offset that no Float32Array can.
  return new Float32Array(Uint8Array.from(littleEndian(bytes)).buffer);
}

/** Swaps where the machine is not little-endian. */
function littleEndian(bytes: Uint8Array): Uint8Array {
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}

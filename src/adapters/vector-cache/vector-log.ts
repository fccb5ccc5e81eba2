import { appendFile, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Encoder } from '../../ports/encoder.js';
import type { EncodedText, VectorCache } from '../../ports/vector-cache.js';
import { errorCode, writeFault } from '../index-store/faults.js';
import { KEY_BYTES, vectorKey } from './vector-key.js';

/** Of an index folder: what an interrupted build has embedded. */
const FILE = 'unfinished.vectors';
const NUMBER_BYTES = 4;
const CHECK_BYTES = 4;

/**
 * Vectors in a file that only grows: records of a key, the numbers and a checksum, all
 * little-endian. A record that was cut off, by whatever ended the process, is cut away with what
 * stands after it.
 */
export class VectorLog implements VectorCache {
  readonly #directory: string;
  readonly #model: Pick<Encoder, 'fingerprint' | 'dimensions'>;
  readonly #vectors = new Map<string, Float32Array>();

  private constructor(directory: string, model: Pick<Encoder, 'fingerprint' | 'dimensions'>) {
    this.#directory = directory;
    this.#model = model;
  }

  /**
   * Reads what is there; vectors of other models stay unknown.
   * @param directory that of the index; it must exist
   * @throws DeclarationChatError `index-unwritable`
   */
  static async open(
    directory: string,
    model: Pick<Encoder, 'fingerprint' | 'dimensions'>,
  ): Promise<VectorLog> {
    const log = new VectorLog(directory, model);
    try {
      await log.#read();
    } catch (error) {
      throw writeFault(directory, error);
    }
    return log;
  }

  find(encoded: EncodedText): Float32Array | undefined {
    return this.#vectors.get(this.#keyOf(encoded).toString('latin1'));
  }

  async add(
    made: readonly (EncodedText & { readonly vector: ArrayLike<number> })[],
  ): Promise<void> {
    const records = made.map(({ vector, ...encoded }) => {
      const key = this.#keyOf(encoded);
      this.#vectors.set(key.toString('latin1'), Float32Array.from(vector));
      return toRecord(key, vector);
    });
    try {
      await appendFile(this.#path, Buffer.concat(records));
    } catch (error) {
      throw writeFault(this.#directory, error);
    }
  }

  async clear(): Promise<void> {
    this.#vectors.clear();
    // What cannot be removed now is removed after the next build.
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  get #path(): string {
    return join(this.#directory, FILE);
  }

  #keyOf(encoded: EncodedText): Buffer {
    return vectorKey(this.#model.fingerprint, encoded);
  }

  async #read(): Promise<void> {
    const bytes = await readFile(this.#path).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const { dimensions } = this.#model;
    const length = KEY_BYTES + dimensions * NUMBER_BYTES + CHECK_BYTES;
    let end = 0;
    for (; end + length <= bytes.length; end += length) {
      const record = bytes.subarray(end, end + length - CHECK_BYTES);
      if (crc32(record) !== bytes.readUInt32LE(end + record.length)) break;
      const numbers = Float32Array.from({ length: dimensions }, (_, i) =>
        record.readFloatLE(KEY_BYTES + i * NUMBER_BYTES),
      );
      this.#vectors.set(record.toString('latin1', 0, KEY_BYTES), numbers);
    }
    // Records of a model of another width are no whole ones of this.
    if (end < bytes.length) await truncate(this.#path, end);
  }
}

function toRecord(key: Buffer, vector: ArrayLike<number>): Buffer {
  const record = Buffer.alloc(KEY_BYTES + vector.length * NUMBER_BYTES + CHECK_BYTES);
  key.copy(record);
  for (let i = 0; i < vector.length; i += 1) {
    record.writeFloatLE(vector[i] ?? 0, KEY_BYTES + i * NUMBER_BYTES);
  }
  const check = record.length - CHECK_BYTES;
  record.writeUInt32LE(crc32(record.subarray(0, check)), check);
  return record;
}

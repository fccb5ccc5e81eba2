import { readSync } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Encoder } from '../../ports/encoder.js';
import type { EncodedText, VectorCache } from '../../ports/vector-cache.js';
import { writeFault } from '../index-store/faults.js';
import { KEY_BYTES, vectorKey } from './vector-key.js';

/** Of an index folder: what an interrupted build has embedded. */
const FILE = 'unfinished.vectors';
const NUMBER_BYTES = 4;
const CHECK_BYTES = 4;

/** Records read at once where the file is looked through. */
const BATCH = 256;

/**
 * Vectors in a file that only grows: records of a key, the numbers and a checksum, all
 * little-endian. A record that was cut off, by whatever ended the process, is cut away with what
 * stands after it. In memory are only their places.
 */
export class VectorLog implements VectorCache {
  readonly #directory: string;
  readonly #model: Pick<Encoder, 'fingerprint' | 'dimensions'>;
  readonly #file: FileHandle;
  /** Number of the record, by key. */
  readonly #places = new Map<string, number>();
  #records = 0;

  private constructor(
    directory: string,
    model: Pick<Encoder, 'fingerprint' | 'dimensions'>,
    file: FileHandle,
  ) {
    this.#directory = directory;
    this.#model = model;
    this.#file = file;
  }

  /**
   * Looks through what is there; vectors of other models stay unknown.
   * @param directory that of the index; made where it is missing
   * @throws DeclarationChatError `index-unwritable`
   */
  static async open(
    directory: string,
    model: Pick<Encoder, 'fingerprint' | 'dimensions'>,
  ): Promise<VectorLog> {
    try {
      await mkdir(directory, { recursive: true });
      const log = new VectorLog(directory, model, await open(join(directory, FILE), 'a+'));
      await log.#read();
      return log;
    } catch (error) {
      throw writeFault(directory, error);
    }
  }

  find(encoded: EncodedText): Float32Array | undefined {
    const key = this.#keyOf(encoded);
    const place = this.#places.get(key.toString('latin1'));
    if (place === undefined) return undefined;
    const record = Buffer.alloc(this.#recordBytes);
    readSync(this.#file.fd, record, 0, record.length, place * record.length);
    // Another build may add to the same file: then this one's records stand further on.
    const check = record.length - CHECK_BYTES;
    const isOwn =
      record.subarray(0, KEY_BYTES).equals(key) &&
      crc32(record.subarray(0, check)) === record.readUInt32LE(check);
    if (!isOwn) return undefined;
    return Float32Array.from({ length: this.#model.dimensions }, (_, i) =>
      record.readFloatLE(KEY_BYTES + i * NUMBER_BYTES),
    );
  }

  async add(
    made: readonly (EncodedText & { readonly vector: ArrayLike<number> })[],
  ): Promise<void> {
    const keys = made.map((encoded) => this.#keyOf(encoded));
    const records = made.map(({ vector }, i) => toRecord(keys[i] ?? Buffer.alloc(0), vector));
    try {
      await this.#file.appendFile(Buffer.concat(records));
    } catch (error) {
      throw writeFault(this.#directory, error);
    }
    for (const key of keys) {
      this.#places.set(key.toString('latin1'), this.#records);
      this.#records += 1;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async clear(): Promise<void> {
    this.#places.clear();
    // What cannot be removed now is removed after the next build.
    await rm(join(this.#directory, FILE), { force: true }).catch(() => undefined);
  }

  #keyOf(encoded: EncodedText): Buffer {
    return vectorKey(this.#model.fingerprint, encoded);
  }

  get #recordBytes(): number {
    return KEY_BYTES + this.#model.dimensions * NUMBER_BYTES + CHECK_BYTES;
  }

  async #read(): Promise<void> {
    const length = this.#recordBytes;
    const window = Buffer.alloc(BATCH * length);
    for (;;) {
      const from = this.#records * length;
      const { bytesRead } = await this.#file.read(window, 0, window.length, from);
      for (let at = 0; at + length <= bytesRead; at += length) {
        const record = window.subarray(at, at + length - CHECK_BYTES);
        if (crc32(record) !== window.readUInt32LE(at + record.length)) break;
        this.#places.set(record.toString('latin1', 0, KEY_BYTES), this.#records);
        this.#records += 1;
      }
      if (this.#records * length < from + window.length) break;
    }
    // Records of a model of another width are no whole ones of this.
    const { size } = await this.#file.stat();
    if (this.#records * length < size) await this.#file.truncate(this.#records * length);
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

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Encoder } from '../../src/ports/encoder.js';
import { readRealParagraphs, type Sentences } from './real-paragraphs.js';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/bench/', import.meta.url));
const AT_ONCE = 50;

/** Real paragraphs with the real vectors of their sentences. */
export interface SentencePool {
  readonly paragraphs: readonly Sentences[];
  /** Of all paragraphs, one after the other. */
  readonly sentences: readonly string[];
  /** Of unit length: that of sentence `i` from `i * dimensions` on. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

/**
 * Embeds the sentences of real paragraphs, a few at a time; what was embedded before is taken from a
 * file below `node_modules/.cache`.
 */
export async function openPool(
  encoder: Encoder,
  { texts, sentences: count }: { readonly texts: string; readonly sentences: number },
): Promise<SentencePool> {
  const paragraphs = await readRealParagraphs(texts, count);
  const sentences = paragraphs.flat();
  const vectors = await embedKept(encoder, sentences);
  return { paragraphs, sentences, vectors, dimensions: encoder.dimensions };
}

/** Vectors of texts, one after the other; kept for the next time below `node_modules/.cache`. */
export async function embedKept(encoder: Encoder, texts: readonly string[]): Promise<Float32Array> {
  const { dimensions, fingerprint } = encoder;
  const hash = createHash('sha256').update(fingerprint).update(JSON.stringify(texts));
  const path = join(CACHE, `${hash.digest('hex').slice(0, 16)}.f32`);
  const kept = await readVectors(path);
  if (kept !== undefined) return kept;
  const vectors = new Float32Array(texts.length * dimensions);
  const started = performance.now();
  for (let first = 0; first < texts.length; first += AT_ONCE) {
    const made = await encoder.embedDocuments(texts.slice(first, first + AT_ONCE));
    made.forEach((vector, i) => {
      vectors.set(vector, (first + i) * dimensions);
    });
    const done = Math.min(texts.length, first + AT_ONCE);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.error(`${done} of ${texts.length} real texts embedded, ${seconds} s`);
  }
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${path}.new`, new Uint8Array(vectors.buffer));
  await rename(`${path}.new`, path);
  return vectors;
}

export async function readVectors(path: string): Promise<Float32Array | undefined> {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(path);
    return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
  } catch {
    return undefined;
  }
}

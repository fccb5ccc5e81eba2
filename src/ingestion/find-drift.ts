import type { Encoder } from '../ports/encoder.js';
import type { IndexManifest, IndexStorage } from '../ports/index-storage.js';
import { encodedText } from './entries.js';

/** So many stored vectors are made again, from all over the index. */
const SAMPLES = 3;
/**
 * Processors round eight-bit models differently; noise of a sixteenth of the largest number leaves
 * a cosine above .99. Texts under the prefix of the other side come to .76 to .81, other models'
 * to anything.
 */
const SAME_FROM = 0.9;

/**
 * Whether the model still gives the vectors that an index holds: it may have changed without a
 * sign, or what runs it may have.
 * @param manifest of an index that was verified, built with a model of the same fingerprint
 * @returns what differs, in words; undefined where nothing does
 */
export async function findDrift(
  storage: Pick<IndexStorage, 'readDocument'>,
  encoder: Pick<Encoder, 'model' | 'embedDocuments' | 'embedQueries'>,
  manifest: IndexManifest,
): Promise<string | undefined> {
  const { counts, builtWith } = manifest;
  const numbers = new Set(
    Array.from({ length: SAMPLES }, (_, i) => Math.floor(((i + 0.5) / SAMPLES) * counts.entries)),
  );
  for (const number of counts.entries === 0 ? [] : numbers) {
    const sample = await sampleAt(storage, manifest, number);
    const [made = []] =
      sample.side === 'query'
        ? await encoder.embedQueries([sample.text])
        : await encoder.embedDocuments([sample.text]);
    const similarity = cosine(sample.vector, made);
    if (similarity >= SAME_FROM) continue;
    return (
      `${encoder.model} gives other vectors than those that it holds: of one text, their cosine is ` +
      `${similarity.toFixed(2)}. It was built on ${builtWith.machine} with ONNX Runtime ` +
      builtWith.onnxruntime
    );
  }
  return undefined;
}

interface Sample {
  readonly side: 'query' | 'passage';
  readonly text: string;
  readonly vector: Float32Array;
}

/** What an entry of an index was made from, and its vector. */
async function sampleAt(
  storage: Pick<IndexStorage, 'readDocument'>,
  manifest: IndexManifest,
  number: number,
): Promise<Sample> {
  let end = 0;
  const record = manifest.documents.find(({ entries }) => (end += entries) > number);
  if (record === undefined) throw new RangeError(`There is no entry ${number}.`);
  const { document, entries, vectors } = await storage.readDocument(manifest, record);
  const place = number - (end - record.entries);
  const entry = entries[place];
  const paragraph = document.paragraphs.find(({ label }) => label === entry?.paragraph);
  if (entry === undefined || paragraph === undefined) {
    throw new RangeError(`${record.id} has no entry ${place}.`);
  }
  const { values, dimensions } = vectors;
  return {
    ...encodedText(document, paragraph, entry),
    vector: values.subarray(place * dimensions, (place + 1) * dimensions),
  };
}

/** Of two vectors that say nothing it is 1; of one that does and one that does not, 0. */
function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  if (squaresA === 0 && squaresB === 0) return 1;
  return product / (Math.sqrt(squaresA * squaresB) || 1);
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelFingerprint } from '../../../src/adapters/encoder/model-fingerprint.js';
import {
  packVectors,
  readPackedVectors,
} from '../../../src/adapters/vector-cache/packed-vectors.js';
import { vectorKey } from '../../../src/adapters/vector-cache/vector-key.js';
import {
  CORPUS_DIR,
  CORPUS_VECTORS_FILE,
  SHIPPED_MODEL,
  MODELS_DIR,
} from '../../../src/composition/shipped-files.js';
import { textsOf } from '../../../src/ingestion/entries.js';
import { readCorpusDocuments } from '../../../src/composition/read-corpus-documents.js';
import { pseudoRandom, unitVector } from '../../support/recording-embeddings.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const random = pseudoRandom(1);
const MADE = ['Peace', 'Water', 'Trade'].map(
  (text) => ({ side: 'passage', text, vector: unitVector(random, 384) }) as const,
);

test('vectors come back of unit length, and as near to what they were as makes no difference', async () => {
  const path = join(await temporaryFolder(), 'packed.bin');
  await writeFile(path, packVectors('a', MADE));
  const packed = await readPackedVectors(path, 'a');
  expect(packed.keys).toHaveLength(MADE.length);
  for (const { vector, ...encoded } of MADE) {
    const found = Array.from(packed.find(encoded) ?? []);
    expect(Math.hypot(...found)).toBeCloseTo(1, 6);
    expect(found.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0)).toBeCloseTo(1, 6);
  }
  expect(packed.find({ side: 'query', text: 'Peace' })).toBeUndefined();
  expect((await readPackedVectors(path, 'b')).find({ side: 'passage', text: 'Peace' })).toBe(
    undefined,
  );
});

test('the same vectors make the same file, in whatever order', () => {
  expect(packVectors('a', [...MADE].reverse())).toEqual(packVectors('a', MADE));
});

test('a file that is missing, cut off or damaged holds nothing', async () => {
  const path = join(await temporaryFolder(), 'packed.bin');
  expect((await readPackedVectors(path, 'a')).keys).toEqual([]);
  const whole = packVectors('a', MADE);
  const damaged = Buffer.from(whole);
  damaged[100] = (damaged[100] ?? 0) ^ 1;
  for (const bytes of [whole.subarray(0, -7), damaged, Buffer.alloc(3)]) {
    await writeFile(path, bytes);
    expect((await readPackedVectors(path, 'a')).keys).toEqual([]);
  }
});

test('the vectors that ship are those of the texts that ship: else `npm run corpus-vectors`', async () => {
  const fingerprint = await modelFingerprint(join(MODELS_DIR, SHIPPED_MODEL));
  const { documents } = await readCorpusDocuments(CORPUS_DIR);
  const needed = new Set(
    documents.flatMap(textsOf).map((encoded) => vectorKey(fingerprint, encoded).toString('hex')),
  );
  const { keys } = await readPackedVectors(CORPUS_VECTORS_FILE, fingerprint);
  expect({
    lacking: needed.size - keys.filter((key) => needed.has(key)).length,
    superfluous: keys.filter((key) => !needed.has(key)).length,
  }).toEqual({ lacking: 0, superfluous: 0 });
});

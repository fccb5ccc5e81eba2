import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AXES_FILE } from '../../../src/adapters/index-store/axes-file.js';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import { writeManifest } from '../../../src/adapters/index-store/manifest-file.js';
import {
  alongAxes,
  GRAPH_DIMENSIONS,
  principalAxes,
  type Axes,
} from '../../../src/adapters/index-store/principal-axes.js';
import type { IndexManifest } from '../../../src/ports/index-storage.js';
import { dot } from '../../../src/ranking/exact-search.js';
import type { IndexContent } from '../../../src/types.js';
import { anIndexedDocument, contentOf, randomVectors } from '../../support/indexed-documents.js';
import { nearest } from '../../support/opened-index.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { saveIndex } from '../../support/saved-index.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const DIMENSIONS = 160;
const encoder = new RecordingEmbeddings({ dimensions: DIMENSIONS });

/** Vectors of unit length that stand on the first few of their axes alone. */
function flatVectors(count: number, width: number): Float32Array[] {
  const { values } = randomVectors({ count, dimensions: width, seed: 5 });
  return Array.from({ length: count }, (_, i) => {
    const vector = new Float32Array(DIMENSIONS);
    vector.set(values.subarray(i * width, (i + 1) * width));
    return vector;
  });
}

async function axesOf(vectors: readonly Float32Array[]): Promise<Axes> {
  async function* inTurn(): AsyncGenerator<Float32Array> {
    for (const vector of vectors) yield await Promise.resolve(vector);
  }
  return principalAxes(inTurn(), DIMENSIONS);
}

describe('principal axes', () => {
  test('stand upright on each other, and are the same for the same vectors', async () => {
    const vectors = flatVectors(300, DIMENSIONS);
    const axes = await axesOf(vectors);
    const each = Array.from({ length: GRAPH_DIMENSIONS }, (_, i) =>
      axes.values.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS),
    );
    const offBy = each.flatMap((axis, i) =>
      each.slice(i).map((other, j) => Math.abs(dot(axis, other) - (j === 0 ? 1 : 0))),
    );
    expect(Math.max(...offBy)).toBeLessThan(0.0005);
    expect(await axesOf(vectors)).toEqual(axes);
  });

  test('keep the products of vectors that spread no wider', async () => {
    const vectors = flatVectors(300, 100);
    const axes = await axesOf(vectors);
    const [first = new Float32Array(), ...others] = vectors;
    for (const other of others.slice(0, 50)) {
      const along = dot(alongAxes(axes, first), alongAxes(axes, other));
      expect(along).toBeCloseTo(dot(first, other), 3);
    }
  });
});

/** So many texts of forty paragraphs each. */
function texts(count: number, first = 0): IndexContent {
  const lines = (name: string): string[] =>
    Array.from({ length: 40 }, (_, i) => `The ${name} of place ${i} shall be free.`);
  return contentOf(
    Array.from({ length: count }, (_, i) => first + i).map((i) =>
      anIndexedDocument(`text-${i}`, lines(`river ${i}`)),
    ),
    DIMENSIONS,
  );
}

const graphFiles = ({ files }: IndexManifest): string[] =>
  Object.keys(files).filter((name) => !/^[0-9a-f]{64}\./u.test(name));

describe('an index of many vectors', () => {
  // Two vectors a paragraph.
  const few = texts(1);
  const many = texts(3);
  const more = texts(4);

  test('has a graph along axes that finds what exact search finds', async () => {
    const folder = await temporaryFolder();
    const storage = new IndexDirectory(folder, { manyVectors: 200 });
    const manifest = await saveIndex(storage, many, { encoder });
    expect(graphFiles(manifest)).toEqual(['hnswlib.index', AXES_FILE]);
    const { index } = await storage.open(encoder);
    const exact = new IndexDirectory(folder, { hnswAvailable: () => Promise.resolve(false) });
    const { index: truth } = await exact.open(encoder);
    const { values } = many.vectors;
    for (let entry = 0; entry < many.entries.length; entry += 7) {
      const asked = values.subarray(entry * DIMENSIONS, (entry + 1) * DIMENSIONS);
      const [found] = await nearest(index, asked, 10);
      const [wanted] = await nearest(truth, asked, 10);
      expect(found?.found.number).toBe(wanted?.found.number);
      expect(found?.cosine).toBeCloseTo(1, 1);
      // Read where it counts.
      const numbers = Uint32Array.of(wanted?.found.number ?? -1);
      const cosines = await index.exactCosines?.(numbers, asked);
      expect(Math.max(...Object.values(cosines ?? {}).map(([cosine = NaN]) => cosine || -1))).toBe(
        wanted?.cosine,
      );
    }
  });

  test('estimates cosines nearly as they are, also where texts have gone and come', async () => {
    const storage = new IndexDirectory(await temporaryFolder(), { manyVectors: 200 });
    const first = await saveIndex(storage, many, { encoder });
    await saveIndex(storage, texts(3, 1), { encoder, present: first });
    const { index } = await storage.open(encoder);
    const [vector = new Float32Array()] = flatVectors(1, DIMENSIONS);
    const all = Array.from({ length: index.paragraphCount }, (_, number) => number);
    const options = { lexical: 0, dense: 0, always: all };
    const { numbers, cosines } = await index.candidates({ terms: [], vector }, options);
    expect([...numbers]).toEqual(all);
    const exact = await index.exactCosines?.(numbers, vector);
    const offBy = all.map((row) =>
      Math.abs((cosines.sentence[row] ?? NaN) - (exact?.sentence[row] ?? NaN)),
    );
    expect(Math.max(...offBy)).toBeLessThan(0.12);
    expect(offBy.reduce((sum, each) => sum + each, 0) / offBy.length).toBeLessThan(0.04);
  });

  test('is built upon along the same axes; one of few vectors has none', async () => {
    const storage = new IndexDirectory(await temporaryFolder(), { manyVectors: 200 });
    const first = await saveIndex(storage, few, { encoder });
    expect(graphFiles(first)).toEqual(['hnswlib.index']);
    const second = await saveIndex(storage, many, { encoder, present: first });
    const third = await saveIndex(storage, more, { encoder, present: second });
    expect(second.files[AXES_FILE]).toBeDefined();
    expect(third.files[AXES_FILE]).toEqual(second.files[AXES_FILE]);
    expect((await storage.open(encoder)).damage).toBeUndefined();
  });

  test('is told from one whose axes are others, also where the manifest agrees', async () => {
    const folder = await temporaryFolder();
    const storage = new IndexDirectory(folder, { manyVectors: 200 });
    const manifest = await saveIndex(storage, many, { encoder });
    const path = join(folder, manifest.generation, AXES_FILE);
    const bytes = await readFile(path);
    const turned = Buffer.concat([
      bytes.subarray(4 * DIMENSIONS),
      bytes.subarray(0, 4 * DIMENSIONS),
    ]);
    await writeFile(path, turned);
    const sha256 = createHash('sha256').update(turned).digest('hex');
    const files = { ...manifest.files, [AXES_FILE]: { bytes: turned.length, sha256 } };
    for (const where of [folder, join(folder, manifest.generation)]) {
      await writeManifest(where, { ...manifest, files });
    }
    await expect(storage.open(encoder)).rejects.toMatchObject({ code: 'index-corrupt' });
  });
});

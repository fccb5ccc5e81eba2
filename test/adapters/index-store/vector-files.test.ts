import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VectorFile } from '../../../src/adapters/index-store/vector-file.js';
import { VectorFiles } from '../../../src/adapters/index-store/vector-files.js';
import { randomVectors } from '../../support/indexed-documents.js';
import { openFilesIn, TELLS_OPEN_FILES } from '../../support/open-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const DIMENSIONS = 5;
/** More than are open at the same time. */
const MANY = 600;

async function write(path: string, values: Float32Array): Promise<void> {
  const file = await VectorFile.create(path, DIMENSIONS);
  for (let at = 0; at < values.length; at += DIMENSIONS) {
    await file.append([values.subarray(at, at + DIMENSIONS)]);
  }
  await file.close();
}

test('any vectors of any document are read as they were written', async () => {
  const folder = await temporaryFolder();
  const tables = [7, 1, 40, 0].map(
    (count, seed) => randomVectors({ count, dimensions: DIMENSIONS, seed }).values,
  );
  await Promise.all(tables.map((values, place) => write(join(folder, String(place)), values)));
  const files = new VectorFiles(DIMENSIONS, (place) => join(folder, String(place)));
  const range = fc.nat({ max: tables.length - 1 }).chain((document) => {
    const count = (tables[document]?.length ?? 0) / DIMENSIONS;
    return fc
      .tuple(fc.nat({ max: count }), fc.nat({ max: count }))
      .map(([a, b]) => ({ document, first: Math.min(a, b), count: Math.abs(a - b) }));
  });
  fc.assert(
    fc.property(range, ({ document, first, count }) => {
      const { values, dimensions } = files.read(document, { first, count });
      expect(dimensions).toBe(DIMENSIONS);
      const [from, to] = [first * DIMENSIONS, (first + count) * DIMENSIONS];
      expect([...values]).toEqual([...(tables[document]?.slice(from, to) ?? [])]);
    }),
  );
});

test('a file that ends too early is an error, not other vectors', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, '0');
  await write(path, randomVectors({ count: 3, dimensions: DIMENSIONS, seed: 1 }).values);
  const files = new VectorFiles(DIMENSIONS, () => path);
  files.read(0, { first: 0, count: 3 });
  await truncate(path, 3 * 4 * DIMENSIONS - 2);
  expect(files.read(0, { first: 0, count: 2 }).values).toHaveLength(2 * DIMENSIONS);
  expect(() => files.read(0, { first: 1, count: 2 })).toThrow('ends 2 bytes too early');
});

test.runIf(TELLS_OPEN_FILES)('of very many files some are open, and all are read', async () => {
  const folder = await temporaryFolder();
  const { values } = randomVectors({ count: MANY, dimensions: DIMENSIONS, seed: 2 });
  const vectorOf = (place: number): Float32Array =>
    values.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS);
  for (let place = 0; place < MANY; place++) {
    await write(join(folder, String(place)), vectorOf(place));
  }
  const opened: number[] = [];
  const files = new VectorFiles(DIMENSIONS, (place) => {
    opened.push(place);
    return join(folder, String(place));
  });
  for (const place of [...Array(MANY).keys(), MANY - 1, 0]) {
    expect([...files.read(place, { first: 0, count: 1 }).values]).toEqual([...vectorOf(place)]);
  }
  expect(openFilesIn(folder)).toBe(512);
  // The last one was open still; the first one had been closed.
  expect(opened).toEqual([...Array(MANY).keys(), 0]);
});

import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { VectorLog } from '../../../src/adapters/vector-cache/vector-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const MODEL = { fingerprint: 'a', dimensions: 3 };
const PEACE = { side: 'passage', text: 'Peace', vector: [0.6, 0.8, 0] } as const;
const WATER = { side: 'passage', text: 'Water', vector: [0, 1, 0] } as const;
const FILE = 'unfinished.vectors';

const numbers = (found: ArrayLike<number> | undefined): number[] | undefined =>
  found && Array.from(found);
const rounded = ({ vector }: { readonly vector: readonly number[] }): number[] =>
  vector.map(Math.fround);

const logs: VectorLog[] = [];

afterEach(async () => {
  await Promise.all(logs.splice(0).map((log) => log.close()));
});

async function opened(...args: Parameters<typeof VectorLog.open>): Promise<VectorLog> {
  const log = await VectorLog.open(...args);
  logs.push(log);
  return log;
}

test('what was added is found again, by another process too, of its side and model only', async () => {
  const folder = await temporaryFolder();
  const log = await opened(folder, MODEL);
  await log.add([PEACE, WATER]);
  await log.add([{ ...PEACE, side: 'query', vector: [1, 0, 0] }]);
  for (const one of [log, await opened(folder, MODEL)]) {
    expect(numbers(one.find(PEACE))).toEqual(rounded(PEACE));
    expect(numbers(one.find(WATER))).toEqual(rounded(WATER));
    expect(numbers(one.find({ ...PEACE, side: 'query' }))).toEqual([1, 0, 0]);
    expect(one.find({ ...WATER, side: 'query' })).toBeUndefined();
  }
  const other = await opened(folder, { ...MODEL, fingerprint: 'b' });
  expect(other.find(PEACE)).toBeUndefined();
});

test.each([1, 17, 31])('a record that lacks its last %i bytes is cut away', async (lost) => {
  const folder = await temporaryFolder();
  await (await opened(folder, MODEL)).add([PEACE, WATER]);
  const { length } = await readFile(join(folder, FILE));
  await truncate(join(folder, FILE), length - lost);
  const log = await opened(folder, MODEL);
  expect(numbers(log.find(PEACE))).toEqual(rounded(PEACE));
  expect(log.find(WATER)).toBeUndefined();
  // What is added then stands behind what was whole.
  await log.add([WATER]);
  expect(numbers((await opened(folder, MODEL)).find(WATER))).toEqual(rounded(WATER));
});

test('what follows a damaged record, and what never was one, is not believed', async () => {
  const folder = await temporaryFolder();
  await (await opened(folder, MODEL)).add([PEACE, WATER]);
  const bytes = await readFile(join(folder, FILE));
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await writeFile(join(folder, FILE), bytes);
  await appendFile(join(folder, FILE), 'no record');
  const log = await opened(folder, MODEL);
  expect([PEACE, WATER].map((encoded) => log.find(encoded))).toEqual([undefined, undefined]);
  expect(await readFile(join(folder, FILE))).toHaveLength(0);
});

test('of another width nothing is found, and nothing fails', async () => {
  const folder = await temporaryFolder();
  await (await opened(folder, MODEL)).add([PEACE]);
  const log = await opened(folder, { ...MODEL, dimensions: 5 });
  expect(log.find(PEACE)).toBeUndefined();
});

test('what two builds add at once is never taken for one another', async () => {
  const folder = await temporaryFolder();
  const [one, other] = [await opened(folder, MODEL), await opened(folder, MODEL)];
  await other.add([WATER]);
  await one.add([PEACE]);
  // Its record stands behind the other's, where it does not look.
  expect(one.find(PEACE)).toBeUndefined();
  expect(one.find(WATER)).toBeUndefined();
  expect(numbers((await opened(folder, MODEL)).find(PEACE))).toEqual(rounded(PEACE));
});

test('nothing is left when it is cleared', async () => {
  const folder = await temporaryFolder();
  const log = await opened(folder, MODEL);
  await log.add([PEACE]);
  await log.clear();
  expect(log.find(PEACE)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
  await log.clear();
});

test('where it cannot be written, the folder and the reason are told', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'taken'), '');
  await expect(opened(join(folder, 'taken'), MODEL)).rejects.toMatchObject({
    code: 'index-unwritable',
    message: expect.stringContaining(join(folder, 'taken')) as string,
  });
});

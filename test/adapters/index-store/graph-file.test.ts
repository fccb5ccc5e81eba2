import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkGraphFile } from '../../../src/adapters/index-store/graph-file.js';
import { openGraph, writeGraph } from '../../../src/adapters/index-store/hnsw-graph.js';
import { VectorFile } from '../../../src/adapters/index-store/vector-file.js';
import { randomVectors } from '../../support/indexed-documents.js';

const COUNT = 400;
const DIMENSIONS = 8;
/** Of the file's head, and of a vector: 32 links and how many, its numbers, its label. */
const HEAD = 96;
const NODE = 4 * 33 + 4 * DIMENSIONS + 8;

let folder: string;
let graph: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declaration-chat-graph-'));
  const { values } = randomVectors({ count: COUNT, dimensions: DIMENSIONS, seed: 5 });
  const file = await VectorFile.create(join(folder, 'vectors'), DIMENSIONS);
  await file.append(
    Array.from({ length: COUNT }, (_, i) => values.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS)),
  );
  await file.close();
  const added = [{ path: join(folder, 'vectors'), first: 0, count: COUNT }];
  await writeGraph(join(folder, 'graph'), { dimensions: DIMENSIONS, added });
  graph = await readFile(join(folder, 'graph'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(bytes: Buffer, count = COUNT): Promise<void> {
  const path = join(folder, 'damaged');
  await writeFile(path, bytes);
  return checkGraphFile(path, { dimensions: DIMENSIONS, count });
}

function changed(change: (bytes: Buffer) => void): Buffer {
  const copy = Buffer.from(graph);
  change(copy);
  return copy;
}

test('a graph as it was written passes', async () => {
  await expect(check(graph)).resolves.toBeUndefined();
});

describe('what would lead the native module astray is refused', () => {
  test.each<[string, () => Buffer, RegExp]>([
    ['cut short', () => graph.subarray(0, -1), /ends too early/],
    ['cut within its head', () => graph.subarray(0, 50), /ends too early/],
    ['longer than it says', () => Buffer.concat([graph, Buffer.alloc(4)]), /too many/],
    ['a link out of it', () => changed((b) => b.writeUInt32LE(COUNT, HEAD + 4)), /a link out of/],
    ['too many links', () => changed((b) => b.writeUInt16LE(33, HEAD)), /too many links/],
    ['an entry point out of it', () => changed((b) => b.writeUInt32LE(COUNT, 52)), /a link out of/],
    ['vectors of another width', () => changed((b) => b.writeBigUInt64LE(999n, 24)), /add up/],
    ['more vectors than it has', () => changed((b) => b.writeBigUInt64LE(401n, 16)), /has 401 of/],
    ['a label out of it', () => changed((b) => b.writeUInt8(9, HEAD + NODE - 1)), /a label out/],
    ['more layers than there are', () => changed((b) => b.writeInt32LE(40, 48)), /does not reach/],
    ['room for another number', () => changed((b) => b.writeBigUInt64LE(3n, 8)), /add up/],
    [
      'a layer of odd length',
      () => changed((b) => b.writeUInt32LE(5, HEAD + NODE * COUNT)),
      /odd length/,
    ],
  ])('%s', async (_what, bytes, message) => {
    await expect(check(bytes())).rejects.toThrow(message);
  });

  test('and what passes, whichever bytes were changed, can be searched', async () => {
    const place = fc.oneof(
      fc.nat(HEAD - 1),
      fc.nat(graph.length - 1),
      fc.integer({ min: HEAD + NODE * COUNT, max: graph.length - 1 }),
    );
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = changed((copy) => {
          copy[at] = (copy[at] ?? 0) ^ change;
        });
        if ((await check(bytes).catch(() => 'refused')) === 'refused') return;
        passed += 1;
        const opened = await openGraph(join(folder, 'damaged'), DIMENSIONS);
        opened.searchKnn(
          Array.from({ length: DIMENSIONS }, () => 0.1),
          5,
        );
      }),
      { numRuns: 400 },
    );
    expect(passed).toBeGreaterThan(10);
  });
});

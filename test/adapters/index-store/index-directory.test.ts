import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import { isHnswAvailable } from '../../../src/adapters/index-store/hnsw-graph.js';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import type { VectorTable } from '../../../src/types.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { nearest, openIndex } from '../../support/opened-index.js';
import { saveIndex } from '../../support/saved-index.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const EMBEDDINGS = new RecordingEmbeddings();
const RIVERS = anIndexedDocument(
  'rivers',
  ['Rivers belong to all. Dams need consent.', 'Fish are free — 🐟 naïve “ones”\u2028too.'],
  {
    title: 'On Rivers',
    date: '1999-05-01',
    expansions: { '2': { questions: ['May I fish?'], words: 'angling' } },
  },
);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);
const CONTENT = contentOf([RIVERS, LAKES]);
const never = (): Promise<boolean> => Promise.resolve(false);

function vectorAt({ values, dimensions }: VectorTable, entry: number): Float32Array {
  return values.slice(entry * dimensions, (entry + 1) * dimensions);
}

/** An index folder with one build in it. */
async function aBuiltIndex(content = CONTENT): Promise<{
  readonly folder: string;
  readonly storage: IndexDirectory;
  readonly generation: string;
}> {
  const folder = join(await temporaryFolder(), 'index');
  const storage = new IndexDirectory(folder);
  const { generation } = await saveIndex(storage, content, { encoder: EMBEDDINGS });
  return { folder, storage, generation };
}

describe('what is saved', () => {
  test('comes back as it was, and can be searched', async () => {
    const { storage } = await aBuiltIndex();
    const { documents, entries, vectors, index } = await openIndex(storage, EMBEDDINGS);
    expect({ documents, entries, vectors }).toEqual(CONTENT);
    const [first] = await nearest(index, vectorAt(vectors, 0), 1);
    expect(first?.found).toMatchObject({ number: 0, document: RIVERS });
    expect(first?.found.paragraph.text).toBe('Rivers belong to all. Dams need consent.');
    expect(first?.cosine).toBeCloseTo(1, 5);
  });

  test('a question that leads to a paragraph is found by its own words', async () => {
    const { storage } = await aBuiltIndex();
    const { entries, vectors, index } = await openIndex(storage, EMBEDDINGS);
    const question = entries.findIndex(({ kind }) => kind === 'question');
    expect(entries[question]).toMatchObject({ question: 'May I fish?', paragraph: '2' });
    const own = vectorAt(vectors, question);
    const [first] = await nearest(index, own, 1);
    expect(first?.found).toMatchObject({
      document: { id: 'rivers' },
      paragraph: { label: '2' },
      vectors: { question: [own] },
    });
    const found = await index.candidates({ terms: [], vector: own }, { lexical: 0, dense: 1 });
    expect(found.cosines.question[0]).toBeCloseTo(1, 5);
  });

  test('is described by the manifest, each file with its real size and hash', async () => {
    const { folder, storage } = await aBuiltIndex();
    const manifest = await storage.readManifest();
    expect(manifest).toMatchObject({
      embedding: { model: 'recording', fingerprint: EMBEDDINGS.fingerprint, dimensions: 16 },
      counts: { documents: 2, paragraphs: 3, entries: CONTENT.entries.length },
      documents: [
        { id: 'rivers', sha256: RIVERS.sha256, paragraphs: 2 },
        { id: 'lakes', sha256: LAKES.sha256, paragraphs: 1, entries: 2 },
      ],
    });
    const names = await readdir(join(folder, manifest?.generation ?? ''));
    expect(names.sort()).toEqual([...Object.keys(manifest?.files ?? {}), 'manifest.json'].sort());
    for (const name of Object.keys(manifest?.files ?? {})) {
      const bytes = await readFile(join(folder, manifest?.generation ?? '', name));
      expect(manifest?.files[name]).toEqual({
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    }
  });

  test('may be a corpus with nothing in it to embed', async () => {
    const empty = anIndexedDocument('empty', []);
    const { storage } = await aBuiltIndex(contentOf([empty]));
    const { index, ...opened } = await openIndex(storage, EMBEDDINGS);
    expect(opened).toMatchObject({ documents: [empty], entries: [] });
    expect(index).toMatchObject({ documents: [{ id: 'empty' }], paragraphCount: 0 });
    expect(await nearest(index, Float32Array.of(1, ...Array<number>(15).fill(0)), 3)).toEqual([]);
  });
});

describe('a folder without an index', () => {
  test.each(['missing', 'empty'])('that is %s says so, and how to build one', async (state) => {
    const folder = join(await temporaryFolder(), 'index');
    if (state === 'empty') await mkdir(folder);
    expect(await new IndexDirectory(folder).readManifest()).toBeUndefined();
    await expect(new IndexDirectory(folder).open(EMBEDDINGS)).rejects.toMatchObject({
      code: 'index-missing',
      message: `There is no index in ${folder}. Run \`npm run ingest\`.`,
    });
  });
});

type Damage = (bytes: Buffer) => Buffer | undefined;
const DAMAGES: Readonly<Record<string, Damage>> = {
  'has one bit turned at its beginning': (bytes) =>
    Buffer.concat([Buffer.of((bytes[0] ?? 0) ^ 1), bytes.subarray(1)]),
  'has one bit turned in its middle': (bytes) => {
    const copy = Buffer.from(bytes);
    const middle = copy.length >> 1;
    copy[middle] = (copy[middle] ?? 0) ^ 64;
    return copy;
  },
  'is cut short': (bytes) => bytes.subarray(0, -1),
  'is empty': () => Buffer.alloc(0),
  'has something added': (bytes) => Buffer.concat([bytes, Buffer.from(' ')]),
  'is gone': () => undefined,
};
const FILES = [
  ...[RIVERS, LAKES].flatMap(({ sha256 }) => [
    `${sha256}.text`,
    `${sha256}.terms`,
    `${sha256}.f32`,
  ]),
  'hnswlib.index',
];

describe('a file of the index that is not what was written', () => {
  test.each(FILES.flatMap((file) => Object.keys(DAMAGES).map((damage) => ({ file, damage }))))(
    '$file $damage: named with the remedy, and nothing native is reached',
    async ({ file, damage }) => {
      const { folder, generation } = await aBuiltIndex();
      const path = join(folder, generation, file);
      await overwrite(path, DAMAGES[damage]?.(await readFile(path)));
      let nativeWanted = false;
      const storage = new IndexDirectory(folder, {
        hnswAvailable: () => ((nativeWanted = true), isHnswAvailable()),
      });
      const failure = await storage.open(EMBEDDINGS).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'index-corrupt' });
      expect((failure as Error).message).toContain(`${path} is damaged: `);
      expect((failure as Error).message).toMatch(/ Run `npm run ingest`\.$/);
      expect(nativeWanted).toBe(false);
    },
  );

  test('also where one build has got the files of another', async () => {
    const { folder, generation } = await aBuiltIndex();
    const other = await aBuiltIndex(contentOf([LAKES]));
    await writeFile(
      join(folder, generation, 'hnswlib.index'),
      await readFile(join(other.folder, other.generation, 'hnswlib.index')),
    );
    await expect(new IndexDirectory(folder).open(EMBEDDINGS)).rejects.toMatchObject({
      code: 'index-corrupt',
    });
  });

  async function overwrite(path: string, bytes: Buffer | undefined): Promise<void> {
    if (bytes === undefined) await rm(path);
    else await writeFile(path, bytes);
  }
});

describe('a manifest that is not what was written', () => {
  test.each([
    [
      'is cut short',
      (json: string) => json.slice(0, json.length >> 1),
      /manifest\.json is damaged: it is not JSON\. Run `npm run ingest`\.$/,
    ],
    ['is empty', () => '', /is damaged: it is not JSON/],
    ['is a list', () => '[]', /is damaged: its content is not what was written/],
    [
      'has a negative count',
      (json: string) => json.replace(/"entries": \d+/, '"entries": -1'),
      /is damaged: its counts\.entries is not what was written/,
    ],
    [
      'leads out of the folder',
      (json: string) => json.replace(/"generation-[^"]+"/, '"generation-/../.."'),
      /is damaged: its generation /,
    ],
    [
      'names a file elsewhere',
      (json: string) => json.replace('"hnswlib.index"', '"../hnswlib.index"'),
      /is damaged: its files\.\.\.\/hnswlib\.index /,
    ],
    [
      'has lost a file',
      (json: string) => json.replace(`"${LAKES.sha256}.f32"`, '"other.f32"'),
      /is damaged: its files /,
    ],
    [
      'has another time',
      (json: string) => json.replace(/"createdAt": "\d/, '"createdAt": "3'),
      /is damaged: its SHA-256 is not its own/,
    ],
    [
      'does not add up',
      (json: string) => json.replace(/"entries": \d+/, '"entries": 999'),
      /is damaged: its counts is not what was written/,
    ],
  ])('%s: said with the remedy, and its generation is there all the same', async (...row) => {
    const [, damage, message] = row;
    const { folder, storage, generation } = await aBuiltIndex();
    const path = join(folder, 'manifest.json');
    await writeFile(path, damage(await readFile(path, 'utf8')));
    const opened = await openIndex(storage, EMBEDDINGS);
    expect(opened.damage).toMatch(message);
    expect(opened).toMatchObject({ manifest: { generation }, entries: CONTENT.entries });
    await writeFile(join(folder, generation, 'manifest.json'), '');
    await expect(storage.open(EMBEDDINGS)).rejects.toThrow(message);
    // And the remedy works.
    await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    expect((await storage.open(EMBEDDINGS)).damage).toBeUndefined();
  });

  test('is of another format: named with the remedy', async () => {
    const { folder, storage } = await aBuiltIndex();
    const path = join(folder, 'manifest.json');
    const json = await readFile(path, 'utf8');
    await writeFile(path, json.replace(/"formatVersion": \d+/, '"formatVersion": 999'));
    await expect(storage.open(EMBEDDINGS)).rejects.toThrow(
      /manifest\.json has format version 999, this program reads \d+\. Run `npm run ingest`\.$/,
    );
  });
});

test('an index of another model is refused, with both models and the remedy', async () => {
  const { folder, storage } = await aBuiltIndex();
  await expect(
    storage.open(new RecordingEmbeddings({ model: 'other', dimensions: 384 })),
  ).rejects.toMatchObject({
    code: 'index-mismatch',
    message: `${folder} was built with model recording (16 d), configured is other (384 d). Run \`npm run ingest\`.`,
  });
});

describe('a folder that is not ours alone', () => {
  test('a manifest of another program is refused, never written over', async () => {
    const folder = await temporaryFolder();
    const foreign = '{"name":"My web page","icons":[]}';
    await writeFile(join(folder, 'manifest.json'), foreign);
    const storage = new IndexDirectory(folder);
    const refusal = {
      code: 'invalid-configuration',
      message: expect.stringContaining('Name another folder') as string,
    };
    await expect(storage.open(EMBEDDINGS)).rejects.toMatchObject(refusal);
    await expect(saveIndex(storage, CONTENT, { encoder: EMBEDDINGS })).rejects.toMatchObject(
      refusal,
    );
    expect(await readdir(folder)).toEqual(['manifest.json']);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe(foreign);
  });

  test('what others keep there stays, also within a generation', async () => {
    const { folder, storage, generation } = await aBuiltIndex();
    const kept = [
      'README.md',
      'notes/mine.txt',
      'generation-of-mine/text',
      `${generation}/a-note`,
      'manifest.json.bak',
    ];
    for (const path of kept) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), path);
      await utimes(join(folder, path), 0, 0);
    }
    await utimes(join(folder, 'generation-of-mine'), 0, 0);
    await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    for (const path of kept) expect(await readFile(join(folder, path), 'utf8')).toBe(path);
    // Two generations are kept.
    await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    expect(await readdir(join(folder, generation))).toEqual(['a-note']);
    expect(await readFile(join(folder, generation, 'a-note'), 'utf8')).toContain('a-note');
  });
});

describe('where the native module did not build', () => {
  test('exact search stands in, for an index built there and for one built elsewhere', async () => {
    const { folder } = await aBuiltIndex();
    const elsewhere = await openIndex(
      new IndexDirectory(folder, { hnswAvailable: never }),
      EMBEDDINGS,
    );
    const there = join(await temporaryFolder(), 'index');
    await saveIndex(new IndexDirectory(there, { hnswAvailable: never }), CONTENT, {
      encoder: EMBEDDINGS,
    });
    const here = await openIndex(new IndexDirectory(there), EMBEDDINGS);
    const searched = vi.spyOn(ExactVectorStore.prototype, 'similaritySearchVectorWithScore');
    onTestFinished(() => {
      searched.mockRestore();
    });
    for (const { index, vectors, entries } of [elsewhere, here]) {
      searched.mockClear();
      const [first] = await nearest(index, vectorAt(vectors, 2), 3);
      expect(searched).toHaveBeenCalledOnce();
      expect(first?.found.document.id).toBe(entries[2]?.documentId);
      expect(first?.found.paragraph.label).toBe(entries[2]?.paragraph);
      expect(first?.cosine).toBeCloseTo(1, 5);
    }
  });

  test('an index says that it could have a graph as soon as the module is there', async () => {
    const folder = join(await temporaryFolder(), 'index');
    const without = new IndexDirectory(folder, { hnswAvailable: never });
    const manifest = await saveIndex(without, CONTENT, { encoder: EMBEDDINGS });
    expect(await without.needsGraph(manifest)).toBe(false);
    const withModule = new IndexDirectory(folder);
    expect(await withModule.needsGraph(manifest)).toBe(true);
    expect(
      await withModule.needsGraph(await saveIndex(withModule, CONTENT, { encoder: EMBEDDINGS })),
    ).toBe(false);
    const searched = vi.spyOn(HNSWLib.prototype, 'similaritySearchVectorWithScore');
    onTestFinished(() => {
      searched.mockRestore();
    });
    const { index, vectors } = await openIndex(withModule, EMBEDDINGS);
    await nearest(index, vectorAt(vectors, 0), 1);
    expect(searched).toHaveBeenCalledOnce();
  });
});

test('the manifest is written last and in one step', async () => {
  const { folder, generation } = await aBuiltIndex();
  const manifestTime = (await stat(join(folder, 'manifest.json'))).mtimeMs;
  for (const name of FILES) {
    expect((await stat(join(folder, generation, name))).mtimeMs).toBeLessThanOrEqual(manifestTime);
  }
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('when an index was built stands in its manifest, by the clock that it is given', async () => {
  const folder = join(await temporaryFolder(), 'index');
  const storage = new IndexDirectory(folder, { clock: () => new Date('2001-02-03T04:05:06Z') });
  const { createdAt } = await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
  expect(createdAt).toBe('2001-02-03T04:05:06.000Z');
});

import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import type { IndexDraft } from '../../../src/ports/index-storage.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { openIndex } from '../../support/opened-index.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { saveIndex } from '../../support/saved-index.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const EMBEDDINGS = new RecordingEmbeddings();
const RIVERS = anIndexedDocument('rivers', ['Rivers belong to all. Dams need consent.']);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);
const CONTENT = contentOf([RIVERS, LAKES]);

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

async function generationsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('generation-'));
}

describe('generations', () => {
  test('the one before is kept, the one before that is removed', async () => {
    const { folder, storage, generation } = await aBuiltIndex();
    const second = await saveIndex(storage, contentOf([LAKES]), { encoder: EMBEDDINGS });
    expect(second.generation).not.toBe(generation);
    expect(await generationsIn(folder)).toEqual([generation, second.generation]);
    expect((await openIndex(storage, EMBEDDINGS)).documents).toEqual([LAKES]);
    const third = await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    expect(await generationsIn(folder)).toEqual([second.generation, third.generation]);
  });

  test('what builds that died have left is removed by the next, and at a start where none is', async () => {
    const { folder, storage, generation } = await aBuiltIndex();
    const leave = async (): Promise<void> => {
      const dead = join(folder, 'generation-zabcdefg-00000001');
      await mkdir(dead);
      await writeFile(join(dead, 'hnswlib.index'), '[');
      await writeFile(join(folder, 'manifest.json.0badcafe.tmp'), '{');
    };
    await leave();
    const second = await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    const whole = [generation, second.generation, 'manifest.json'].sort();
    expect((await readdir(folder)).sort()).toEqual(whole);
    await leave();
    // It looks newer than the one before, whose place it must not take.
    await storage.tidy(second);
    expect((await readdir(folder)).sort()).toEqual(whole);
  });

  test('what somebody is building is not taken for a leftover', async () => {
    const { folder, storage } = await aBuiltIndex();
    const manifest = await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    const draft = await storage.begin({ dimensions: 16 });
    const during = await readdir(folder);
    expect(await generationsIn(folder)).toHaveLength(3);
    await new IndexDirectory(folder).tidy(manifest);
    expect(await readdir(folder)).toEqual(during);
    await draft.discard();
    expect(await generationsIn(folder)).toHaveLength(2);
  });

  test('two builds at once both succeed, and one whole index is left', async () => {
    const { folder, storage } = await aBuiltIndex();
    const contents = [contentOf([RIVERS]), contentOf([LAKES])];
    const manifests = await Promise.all(
      contents.map((content) =>
        saveIndex(new IndexDirectory(folder), content, { encoder: EMBEDDINGS }),
      ),
    );
    const { documents, manifest } = await openIndex(storage, EMBEDDINGS);
    expect(manifests).toContainEqual(manifest);
    expect([[RIVERS], [LAKES]]).toContainEqual(documents);
    await saveIndex(storage, CONTENT, { encoder: EMBEDDINGS });
    expect((await generationsIn(folder)).length).toBeLessThanOrEqual(2);
  });

  test('a reader whose generation goes while it reads gets the new one', async () => {
    const { folder } = await aBuiltIndex();
    let replaced = false;
    const storage = new IndexDirectory(folder, {
      hnswAvailable: async () => {
        if (!replaced) {
          replaced = true;
          for (let build = 0; build < 2; build += 1) {
            const content = contentOf([LAKES]);
            await saveIndex(new IndexDirectory(folder), content, { encoder: EMBEDDINGS });
          }
        }
        return true;
      },
    });
    expect((await openIndex(storage, EMBEDDINGS)).documents).toEqual([LAKES]);
  });
});

describe('a build whose place another took while it stood still', () => {
  const lost = {
    code: 'index-unwritable',
    message: expect.stringContaining('another took over') as string,
  };

  /** A folder with a draft whose lock was not touched for more than a minute. */
  async function aStoppedDraft(): Promise<{
    readonly folder: string;
    readonly draft: IndexDraft;
  }> {
    const { folder, storage } = await aBuiltIndex();
    const draft = await storage.begin({ dimensions: 16 });
    const then = Date.now() / 1000 - 61;
    await utimes(join(folder, 'writer.lock'), then, then);
    return { folder, draft };
  }

  const nothing = { documents: [], reading: 'as it stands', encoder: EMBEDDINGS };

  test('does not commit, and takes nothing from the other', async () => {
    const { folder, draft } = await aStoppedDraft();
    const other = await new IndexDirectory(folder).begin({ dimensions: 16 });
    const during = await readdir(folder);
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
    await expect(draft.commit(nothing)).rejects.toMatchObject(lost);
    await draft.discard();
    expect(await readdir(folder)).toEqual(during);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe(manifest);
    const { generation } = await other.commit(nothing);
    expect(await new IndexDirectory(folder).readManifest()).toMatchObject({ generation });
    expect(await generationsIn(folder)).toHaveLength(2);
  });

  test('says so too where the other is done and has removed what it wrote', async () => {
    const { folder, draft } = await aStoppedDraft();
    await saveIndex(new IndexDirectory(folder), contentOf([LAKES]), { encoder: EMBEDDINGS });
    await expect(draft.add(RIVERS, [])).rejects.toMatchObject(lost);
    await draft.discard();
    expect((await openIndex(new IndexDirectory(folder), EMBEDDINGS)).documents).toEqual([LAKES]);
  });
});

describe('a build that fails', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });

  test('half way leaves the present index as it is, and nothing of its own', async () => {
    const { folder, generation } = await aBuiltIndex();
    const failing = new IndexDirectory(folder, { hnswAvailable: () => Promise.reject(full) });
    await expect(
      saveIndex(failing, contentOf([LAKES]), { encoder: EMBEDDINGS }),
    ).rejects.toMatchObject({
      code: 'index-unwritable',
      message: expect.stringContaining(`${folder}: the disk is full. Free some space`) as string,
    });
    expect(await readdir(folder)).toEqual([generation, 'manifest.json']);
    expect((await openIndex(new IndexDirectory(folder), EMBEDDINGS)).documents).toEqual([
      RIVERS,
      LAKES,
    ]);
  });

  test('where a file stands in place of the folder says which, and leaves the file', async () => {
    const file = join(await temporaryFolder(), 'index');
    await writeFile(file, 'mine');
    await expect(
      saveIndex(new IndexDirectory(file), CONTENT, { encoder: EMBEDDINGS }),
    ).rejects.toMatchObject({
      code: 'index-unwritable',
      message: expect.stringContaining(`${file}: a `) as string,
    });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test("with an error that is not the disk's passes it on", async () => {
    const { folder } = await aBuiltIndex();
    const failing = new IndexDirectory(folder, {
      hnswAvailable: () => Promise.reject(new TypeError('a fault of ours')),
    });
    await expect(saveIndex(failing, CONTENT, { encoder: EMBEDDINGS })).rejects.toThrow(TypeError);
  });
});

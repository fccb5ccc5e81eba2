import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../support/read-corpus.js';
import { useCorpusFolder } from '../../support/used-corpus-folder.js';
import type { ErrorCode } from '../../../src/errors.js';

const used = useCorpusFolder();
const { put, linesOf } = used;

describe('the corpus that ships', () => {
  it('holds the two declarations with their metadata', async () => {
    const corpus = await readCorpus('corpus');
    const suggestions = expect.any(Array) as string[];
    expect(corpus.documents.map(({ metadata }) => metadata)).toEqual([
      {
        id: 'dushanbe-2021',
        title:
          'Dushanbe Declaration on the Twentieth Anniversary of the Shanghai Cooperation Organization',
        date: '2021-09-17',
        place: 'Dushanbe',
        language: 'en',
        suggestions,
        loader: 'plain-text',
      },
      {
        id: 'sochi-2016',
        title: 'Declaration of the Sochi International Forum “On the Second Track”',
        date: '2016-04-20',
        place: 'Sochi',
        language: 'en',
        suggestions,
        loader: 'plain-text',
      },
    ]);
    expect(corpus).toMatchObject({ skipped: [], notices: [] });
  });
});

describe('files', () => {
  it('are read in folders within, without the hidden ones', async () => {
    await put({
      'b.txt': 'B',
      'sub/deep/a.TXT': 'A',
      '.hidden.txt': 'x',
      '.git/x.txt': 'x',
      'node_modules/x.txt': 'x',
    });
    const corpus = await readCorpus(used.folder);
    expect(corpus.documents.map(({ metadata }) => metadata.id)).toEqual(['a', 'b']);
    expect(corpus.skipped).toEqual([]);
  });

  it('that are left out are listed with the reason', async () => {
    await put({
      'a.txt': 'A',
      'b.png': 'x',
      README: 'x',
      'readme.md': 'x',
      'c.yaml': 'title: x',
      noextension: 'x',
    });
    await symlink(used.folder, path.join(used.folder, 'loop'));
    await symlink(path.join(used.folder, 'gone'), path.join(used.folder, 'broken.txt'));
    const { skipped } = await readCorpus(used.folder);
    const reasons = new Map(skipped.map((file) => [path.basename(file.path), file.reason]));
    expect([...reasons.keys()].sort()).toEqual([
      'b.png',
      'broken.txt',
      'c.yaml',
      'loop',
      'noextension',
    ]);
    expect(reasons.get('b.png')).toMatch(/^is \.png, which is not read; read are \.txt, .*\.pdf/);
    expect(reasons.get('c.yaml')).toMatch(/no text of the same name/);
    expect(reasons.get('loop')).toMatch(/link to a folder/);
    expect(reasons.get('broken.txt')).toMatch(/leads nowhere/);
  });

  it('that are linked are read where the link leads to another file of the folder', async () => {
    await put({ 'outside/a.txt': 'A', 'corpus/b.txt': 'B' });
    const corpus = path.join(used.folder, 'corpus');
    await symlink(path.join(used.folder, 'outside', 'a.txt'), path.join(corpus, 'out.txt'));
    await symlink('b.txt', path.join(corpus, 'within.txt'));
    await symlink('/dev/zero', path.join(corpus, 'endless.txt'));
    const { documents, skipped } = await readCorpus(corpus);
    expect(documents.map(({ metadata }) => metadata.id)).toEqual(['b', 'within']);
    expect(skipped.map((file) => [path.basename(file.path), file.reason])).toEqual([
      ['endless.txt', expect.stringMatching(/not a regular file/)],
      ['out.txt', expect.stringMatching(/leads out of the corpus folder/)],
    ]);
  });

  it('keep their characters, but for a byte order mark', async () => {
    const text = '1. Caf\u00e9 cafe\u0301 🎉\r\n“x” ';
    await put({ 'a.txt': `\uFEFF${text}` });
    expect((await readCorpus(used.folder)).documents[0]?.text).toBe(text);
  });

  it('of another format are read by a loader for it', async () => {
    await put({ 'a.html': '<p>A</p>', 'b.txt': 'B' });
    const html = {
      extensions: ['.html'],
      read: (bytes: Uint8Array) =>
        Promise.resolve({
          text: new TextDecoder().decode(bytes).replace(/<[^>]*>/g, ''),
          loader: 'own',
          language: 'fr',
          notices: ['was read'],
        }),
    };
    const { documents, skipped, notices } = await readCorpus(used.folder, { loaders: [html] });
    expect(documents.map(({ text }) => text)).toEqual(['A']);
    expect(documents[0]?.metadata).toMatchObject({ loader: 'own', language: 'fr' });
    expect(notices.map(({ notice }) => notice)).toEqual(['was read']);
    expect(skipped[0]?.reason).toBe('is .txt, which is not read; read are .html.');
  });

  it('have a hash that changes with the text and with the metadata, and with nothing else', async () => {
    const hash = async (): Promise<string> =>
      (await readCorpus(used.folder)).documents[0]?.sha256 ?? '';
    await put({ 'a.txt': 'Text' });
    const first = await hash();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash()).toBe(first);
    await put({ 'a.yaml': 'title: x' });
    const second = await hash();
    await put({ 'a.yaml': 'title: y' });
    const third = await hash();
    await put({ 'a.txt': 'Text.' });
    expect(new Set([first, second, third, await hash()]).size).toBe(4);
  });

  const UNREADABLE: readonly (readonly [
    what: string,
    content: string | Uint8Array,
    says: RegExp,
  ])[] = [
    ['nothing at all', '', /^a\.txt is empty/],
    ['nothing in it', ' \n\t', /^a\.txt holds no text/],
    ['front matter alone', '---\ntitle: x\n---\n', /^a\.txt holds no text/],
    ['a binary content', Uint8Array.from({ length: 500 }, (_, i) => (i * 77) % 256), /zero bytes/],
  ];

  it.each(UNREADABLE)('with %s are left out', async (_what, content, says) => {
    expect(await linesOf({ 'a.txt': content })).toEqual([expect.stringMatching(says)]);
  });

  it('that are too large are left out', async () => {
    const lines = await linesOf({ 'a.txt': 'x'.repeat(11) }, { maxBytes: 10 });
    expect(lines).toEqual([
      expect.stringMatching(/^a\.txt has 11 bytes, more than the 10 allowed.*Divide it/),
    ]);
  });

  it('that cannot be opened are left out', async () => {
    await put({ 'a.txt': 'A', 'b.txt': 'B' });
    const vanishing = {
      extensions: ['.txt'],
      read: async (bytes: Uint8Array) => {
        await rm(path.join(used.folder, 'b.txt'), { force: true });
        return { text: new TextDecoder().decode(bytes), loader: 'own' };
      },
    };
    const { documents, skipped } = await readCorpus(used.folder, { loaders: [vanishing] });
    expect(documents.map(({ text }) => text)).toEqual(['A']);
    expect(skipped.map(({ reason }) => reason)).toEqual(['vanished while the folder was read.']);
  });
});

describe('the folder', () => {
  const code: ErrorCode = 'unreadable-corpus';

  it.each([
    ['missing', (): string => path.join(used.folder, 'gone'), /does not exist.*Create it/],
    ['a file', (): string => path.join(used.folder, 'file'), /is not a folder/],
    ['empty', (): string => path.join(used.folder, 'empty'), /is empty.*Put texts into it \(\.txt/],
    [
      'without texts',
      (): string => path.join(used.folder, 'png'),
      /holds no text that can be read:\n.*b\.png is \.png/,
    ],
  ])('that is %s is refused', async (_what, directory, says) => {
    await put({ file: 'x', 'png/b.png': 'x' });
    await mkdir(path.join(used.folder, 'empty'));
    await expect(readCorpus(directory())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says) as string,
    });
  });

  it('is no longer read once that is called off', async () => {
    await put({ 'a.txt': 'A' });
    await expect(readCorpus(used.folder, { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
  });
});

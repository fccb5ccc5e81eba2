import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/adapters/corpus/read-corpus.js';
import { DeclarationChatError, type ErrorCode } from '../../../src/errors.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'corpus-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function failure(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: Parameters<typeof readCorpus>[1],
): Promise<DeclarationChatError> {
  await put(files);
  const error: unknown = await readCorpus(folder, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DeclarationChatError);
  return error as DeclarationChatError;
}

describe('the corpus that ships', () => {
  it('holds the two declarations with their metadata', async () => {
    const corpus = await readCorpus('corpus');
    expect(corpus.documents.map(({ metadata }) => metadata)).toEqual([
      {
        id: 'dushanbe-2021',
        title:
          'Dushanbe Declaration on the Twentieth Anniversary of the Shanghai Cooperation Organization',
        date: '2021-09-17',
        place: 'Dushanbe',
        language: 'en',
      },
      {
        id: 'sochi-2016',
        title: 'Declaration of the Sochi International Forum “On the Second Track”',
        date: '2016-04-20',
        place: 'Sochi',
        language: 'en',
      },
    ]);
    expect(corpus.skipped.map((file) => path.basename(file.path))).toEqual([]);
  });
});

describe('metadata', () => {
  it('comes from the file where none is given', async () => {
    await put({
      'UN_Charter.txt': '\n  \n# no heading in the middle\nText',
      'plain.txt': '\n***\nA first line.\nMore.',
      'b.md': 'Intro\n\n## **The Title** ##\n',
    });
    const { documents } = await readCorpus(folder);
    expect(documents.map(({ metadata }) => metadata)).toEqual([
      { id: 'UN_Charter', title: 'no heading in the middle' },
      { id: 'b', title: 'The Title' },
      { id: 'plain', title: 'A first line.' },
    ]);
  });

  it.each([
    ['Déclaration de Rio.txt', 'declaration-de-rio'],
    ['Rio (1992).txt', 'rio-1992'],
    ['-x-.txt', 'x'],
    ['Душанбе 2021.txt', /^2021-[0-9a-f]{8}$/],
    ['宣言.txt', /^document-[0-9a-f]{8}$/],
  ])('makes an id of the name %s', async (name, id) => {
    await put({ [name]: 'Text' });
    const { documents } = await readCorpus(folder);
    expect(documents[0]?.metadata.id).toEqual(
      typeof id === 'string' ? id : expect.stringMatching(id),
    );
  });

  it('cuts a long first line at a word', async () => {
    await put({ 'a.txt': 'word '.repeat(100) });
    const title = (await readCorpus(folder)).documents[0]?.metadata.title ?? '';
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title).toMatch(/word…$/);
  });

  it('comes from a sidecar', async () => {
    await put({
      'a.txt': 'Text',
      'a.yml': 'id: tea\ntitle: On Tea\ndate: 2021\nplace: "Leaf: Town"\nlanguage: fr\n',
    });
    expect((await readCorpus(folder)).documents[0]?.metadata).toEqual({
      id: 'tea',
      title: 'On Tea',
      date: '2021',
      place: 'Leaf: Town',
      language: 'fr',
    });
  });

  it('comes from front matter, which is no part of the text', async () => {
    await put({ 'a.md': '\uFEFF---\r\ntitle: On Tea\r\ndate: 2021-09\r\n---\r\n\r\n# Other\r\n' });
    const [document] = (await readCorpus(folder)).documents;
    expect(document?.metadata).toEqual({
      id: 'a',
      title: 'On Tea',
      date: '2021-09',
    });
    expect(document?.text).toBe('\r\n# Other\r\n');
  });

  it('leaves rules at the top of a text alone', async () => {
    const texts = [
      '---\nA title between rules\n---\nText',
      '---\nNothing closes this',
      '----\ntitle: x\n----\n',
    ];
    await put(Object.fromEntries(texts.map((text, index) => [`${index}.txt`, text])));
    expect((await readCorpus(folder)).documents.map(({ text }) => text)).toEqual(texts);
  });

  const BAD: readonly (readonly [what: string, yaml: string, says: RegExp])[] = [
    [
      'an unknown key',
      'titel: Tea',
      /unknown key "titel".*Known keys: id, title, date, place, language/,
    ],
    ['a number for a title', 'title: 7', /"title" must be text; put it in quotes; it is 7/],
    ['a list for a place', 'place: [a, b]', /"place" must be text.*it is \["a","b"\]/],
    ['an empty title', 'title: ""', /"title" is empty/],
    ['an id that is not URL-safe', 'id: a b', /"id" must be .*it is "a b"/],
    ['an id that climbs', 'id: ..', /"id" must be .*it is "\.\."/],
    [
      'a date that is none',
      'date: 2021-02-30',
      /"date" must be a date as 2021-09-17.*it is "2021-02-30"/,
    ],
    ['a language that is none', 'language: english language', /"language" must be a BCP 47/],
    ['broken YAML', 'title: "Tea', /not valid YAML/],
    ['a key that stands twice', 'title: a\ntitle: b', /not valid YAML/],
    ['a tag of its own', 'title: !!js/function "x"', /not valid YAML/],
    ['a list', '- a', /must be "key: value" lines/],
    [
      'aliases without end',
      `a: &a [x,x]\nb: &b [${'*a,'.repeat(20)}]\ntitle: [${'*b,'.repeat(20)}]`,
      /aliases|unknown key/,
    ],
  ];

  it.each(BAD)('refuses %s', async (_what, yaml, says) => {
    const error = await failure({ 'a.txt': 'Text', 'a.yaml': yaml });
    expect(error.code).toBe('unreadable-document');
    expect(error.message).toContain('a.yaml');
    expect(error.message).toMatch(says);
  });

  it('refuses front matter that is wrong, and metadata that is there twice', async () => {
    expect((await failure({ 'a.md': '---\ntitel: x\n---\nText' })).message).toMatch(
      /a\.md: unknown key "titel"/,
    );
    expect(
      (await failure({ 'a.md': '---\ntitle: x\n---\nText', 'a.yaml': 'title: y' })).message,
    ).toMatch(/metadata twice/);
    expect(
      (await failure({ 'a.md': 'Text', 'a.yaml': 'title: y', 'a.yml': 'title: y' })).message,
    ).toMatch(/both metadata of the same text/);
  });

  it('refuses an id that is used twice, and names both files', async () => {
    const error = await failure({ 'a.txt': 'Text', 'sub/a.md': 'Text' });
    expect(error.message).toMatch(/a\.txt and .*a\.md have the same id "a"/);
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
    const corpus = await readCorpus(folder);
    expect(corpus.documents.map(({ metadata }) => metadata.id)).toEqual(['a', 'b']);
    expect(corpus.skipped).toEqual([]);
  });

  it('that are left out are listed with the reason', async () => {
    await put({
      'a.txt': 'A',
      'b.pdf': 'x',
      README: 'x',
      'readme.md': 'x',
      'c.yaml': 'title: x',
      noextension: 'x',
    });
    await symlink(folder, path.join(folder, 'loop'));
    await symlink(path.join(folder, 'gone'), path.join(folder, 'broken.txt'));
    const { skipped } = await readCorpus(folder);
    const reasons = new Map(skipped.map((file) => [path.basename(file.path), file.reason]));
    expect([...reasons.keys()].sort()).toEqual([
      'b.pdf',
      'broken.txt',
      'c.yaml',
      'loop',
      'noextension',
    ]);
    expect(reasons.get('b.pdf')).toBe('no reader for .pdf; readable: .txt, .md');
    expect(reasons.get('c.yaml')).toMatch(/no text of the same name/);
    expect(reasons.get('loop')).toMatch(/link to a folder/);
    expect(reasons.get('broken.txt')).toMatch(/leads nowhere/);
  });

  it('that are linked are read', async () => {
    await put({ 'outside/a.txt': 'A', 'corpus/b.txt': 'B' });
    await symlink(path.join(folder, 'outside', 'a.txt'), path.join(folder, 'corpus', 'linked.txt'));
    const { documents } = await readCorpus(path.join(folder, 'corpus'));
    expect(documents.map(({ metadata }) => metadata.id)).toEqual(['b', 'linked']);
  });

  it('keep their characters, but for a byte order mark', async () => {
    const text = '1. Caf\u00e9 cafe\u0301 🎉\r\n“x” ';
    await put({ 'a.txt': `\uFEFF${text}` });
    expect((await readCorpus(folder)).documents[0]?.text).toBe(text);
  });

  it('of another format are read by a reader for it', async () => {
    await put({ 'a.html': '<p>A</p>', 'b.txt': 'B' });
    const html = {
      extensions: ['.html'],
      read: (bytes: Uint8Array) =>
        Promise.resolve({ text: new TextDecoder().decode(bytes).replace(/<[^>]*>/g, '') }),
    };
    const { documents, skipped } = await readCorpus(folder, { readers: [html] });
    expect(documents.map(({ text }) => text)).toEqual(['A']);
    expect(skipped[0]?.reason).toBe('no reader for .txt; readable: .html');
  });

  it('have a hash that changes with the text and with the metadata, and with nothing else', async () => {
    const hash = async (): Promise<string> => (await readCorpus(folder)).documents[0]?.sha256 ?? '';
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
    ['nothing in it', ' \n\t', /holds no text/],
    ['front matter alone', '---\ntitle: x\n---\n', /holds no text/],
    ['bytes that are not UTF-8', Uint8Array.of(0x43, 0x61, 0x66, 0xe9), /not UTF-8 text.*iconv/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0), /UTF-16LE text.*iconv -f UTF-16LE -t UTF-8/],
    ['big-endian UTF-16', Uint8Array.of(0xfe, 0xff, 0, 0x41), /UTF-16BE text/],
    ['UTF-16 without a mark', Uint8Array.of(0x41, 0, 0x42, 0), /zero bytes/],
  ];

  it.each(UNREADABLE)('with %s are refused', async (_what, content, says) => {
    const error = await failure({ 'a.txt': content });
    expect(error.code).toBe('unreadable-document');
    expect(error.message).toContain('a.txt');
    expect(error.message).toMatch(says);
  });

  it('that are too large are refused', async () => {
    const error = await failure({ 'a.txt': 'x'.repeat(11) }, { maxBytes: 10 });
    expect(error.message).toMatch(/a\.txt has 11 bytes, more than the 10 allowed/);
  });
});

describe('the folder', () => {
  const code: ErrorCode = 'unreadable-corpus';

  it.each([
    ['missing', (): string => path.join(folder, 'gone'), /does not exist.*Create it/],
    ['a file', (): string => path.join(folder, 'file'), /is not a folder/],
    ['empty', (): string => path.join(folder, 'empty'), /is empty.*Put \.txt or \.md files/],
    [
      'without texts',
      (): string => path.join(folder, 'pdf'),
      /holds no text that can be read.*b\.pdf/,
    ],
  ])('that is %s is refused', async (_what, directory, says) => {
    await put({ file: 'x', 'pdf/b.pdf': 'x' });
    await mkdir(path.join(folder, 'empty'));
    await expect(readCorpus(directory())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says) as string,
    });
  });

  it('is no longer read once that is called off', async () => {
    await put({ 'a.txt': 'A' });
    await expect(readCorpus(folder, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../support/read-corpus.js';
import { useCorpusFolder } from '../../support/used-corpus-folder.js';

const used = useCorpusFolder();
const { put, linesOf } = used;

const metadataOf = async (id: string): Promise<unknown> =>
  (await readCorpus(used.folder)).documents.find(({ metadata }) => metadata.id === id)?.metadata;

describe('metadata', () => {
  it('comes from the file where none is given', async () => {
    await put({
      'UN_Charter.txt': '\n  \n# no heading in the middle\nText',
      'plain.txt': '\n***\nA first line.\nMore.',
      'b.md': 'Intro\n\n## **The Title** ##\n',
    });
    const { documents } = await readCorpus(used.folder);
    expect(documents.map(({ metadata }) => metadata)).toEqual([
      { id: 'UN_Charter', title: 'no heading in the middle', loader: 'plain-text' },
      { id: 'b', title: 'The Title', loader: 'markdown' },
      { id: 'plain', title: 'A first line.', loader: 'plain-text' },
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
    const { documents } = await readCorpus(used.folder);
    expect(documents[0]?.metadata.id).toEqual(
      typeof id === 'string' ? id : expect.stringMatching(id),
    );
  });

  it('cuts a long first line at a word', async () => {
    await put({ 'a.txt': 'word '.repeat(100) });
    const title = (await readCorpus(used.folder)).documents[0]?.metadata.title ?? '';
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title).toMatch(/word…$/);
  });

  it('comes from a sidecar', async () => {
    await put({
      'a.txt': 'Text',
      'a.yml': 'id: tea\ntitle: On Tea\ndate: 2021\nplace: "Leaf: Town"\nlanguage: fr\n',
    });
    expect((await readCorpus(used.folder)).documents[0]?.metadata).toEqual({
      id: 'tea',
      title: 'On Tea',
      date: '2021',
      place: 'Leaf: Town',
      language: 'fr',
      loader: 'plain-text',
    });
  });

  it('comes from front matter, which is no part of the text', async () => {
    await put({ 'a.md': '\uFEFF---\r\ntitle: On Tea\r\ndate: 2021-09\r\n---\r\n\r\n# Other\r\n' });
    const [document] = (await readCorpus(used.folder)).documents;
    expect(document?.metadata).toEqual({
      id: 'a',
      title: 'On Tea',
      date: '2021-09',
      loader: 'markdown',
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
    expect((await readCorpus(used.folder)).documents.map(({ text }) => text)).toEqual(texts);
  });

  it('comes from the front matter of any site maker; what is not known of it is told', async () => {
    await put({
      'briefing.md': [
        '---',
        "date: '2022-06-10'",
        'modified_time: 2022-06-14 13:03:25-04:00',
        'tags: [rivers, lakes]',
        'title: "Declaration on Rivers and\\_Lakes"',
        'subtitle:',
        '---',
        ' ',
        'We, the Heads of State,',
      ].join('\n'),
      'hugo.md': '+++\ntitle = "On Tea"\ndate = 2021-09-17T10:00:00Z\n+++\nText',
      'object.md': '{\n  "title": "On Cups",\n  "published": "2020-01-02T03:04:05Z"\n}\n\nText',
      'local.md': '---\nlang: ru\nзаголовок: x\n---\nТекст',
    });
    const { documents, skipped, notices } = await readCorpus(used.folder);
    expect(skipped).toEqual([]);
    expect(
      documents.map(({ metadata: { id, title, date, language } }) => [id, title, date, language]),
    ).toEqual([
      ['briefing', 'Declaration on Rivers and Lakes', '2022-06-10', undefined],
      ['hugo', 'On Tea', '2021-09-17', undefined],
      ['local', 'Текст', undefined, 'ru'],
      ['object', 'On Cups', '2020-01-02', undefined],
    ]);
    expect(documents.every(({ text }) => !/[-+{]{3}|title/u.test(text))).toBe(true);
    const known = 'known are id, title, date, place, language, suggestions.';
    expect(notices.map((file) => `${path.basename(file.path)}: ${file.notice}`)).toEqual([
      `briefing.md: metadata "modified_time", "tags", "subtitle" ignored; ${known}`,
      `local.md: metadata "заголовок" ignored; ${known}`,
    ]);
  });

  const BAD: readonly (readonly [what: string, yaml: string, says: RegExp])[] = [
    [
      'an unknown key',
      'titel: Tea',
      /metadata "titel" ignored; known are id, title, date, place, language/,
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
    ['a date in words', 'date: "Adopted: April 1st, 2010"', /"date" must be a date/],
    ['a language that is none', 'language: english language', /"language" must be a BCP 47/],
    ['broken YAML', 'title: "Tea', /not valid YAML.*it is ignored/],
    ['a key that stands twice', 'title: a\ntitle: b', /not valid YAML/],
    ['a tag of its own', 'title: !!js/function "x"', /not valid YAML/],
    ['a list', '- a', /must be "key: value" lines/],
    ['a sentence', 'only words', /must be "key: value" lines/],
    [
      'aliases without end',
      `a: &a [x,x]\nb: &b [${'*a,'.repeat(20)}]\ntitle: [${'*b,'.repeat(20)}]`,
      /aliases|ignored/,
    ],
  ];

  it.each(BAD)('that is %s is told and ignored', async (_what, yaml, says) => {
    const lines = await linesOf({ 'a.txt': 'Text', 'a.yaml': `${yaml}\n` });
    expect(lines).toEqual([expect.stringMatching(/^a\.txt: a\.yaml: /)]);
    expect(lines[0]).toMatch(says);
    expect(await metadataOf('a')).toEqual({
      id: 'a',
      title: 'Text',
      loader: 'plain-text',
    });
  });

  it('that is wrong in one key is used in the others', async () => {
    await linesOf({ 'a.md': '---\ntitle: On Tea\ndate: yesterday\n---\nText' });
    expect(await metadataOf('a')).toMatchObject({ title: 'On Tea' });
  });

  it('that is there twice is that beside the text, then that at its top', async () => {
    const lines = await linesOf({
      'a.md': '---\ntitle: x\nplace: y\n---\nText',
      'a.yaml': 'title: z',
    });
    expect(lines).toEqual([expect.stringMatching(/^a\.md: has metadata twice: that in .*a\.yaml/)]);
    expect(await metadataOf('a')).toMatchObject({ title: 'z', place: 'y' });
  });

  it('of two files beside a text is that of the first', async () => {
    const lines = await linesOf({ 'a.md': 'Text', 'a.yaml': 'title: y', 'a.yml': 'title: z' });
    expect(lines).toEqual([
      expect.stringMatching(
        /^a\.yml is metadata of the same text as .*a\.yaml, which is read instead/,
      ),
    ]);
    expect(await metadataOf('a')).toMatchObject({ title: 'y' });
  });

  it('that is no text leaves its text without', async () => {
    const lines = await linesOf({ 'a.md': 'Text', 'a.yaml': Uint8Array.of(0, 1, 2, 3, 4) });
    expect(lines).toEqual([expect.stringMatching(/^a\.yaml holds zero bytes/)]);
    expect(await metadataOf('a')).toMatchObject({ title: 'Text' });
  });

  it('with an id that another text has leaves the text out whose path comes later', async () => {
    const lines = await linesOf({
      'a.txt': 'First',
      'sub/a.md': 'Second',
      'b.txt': 'Third',
      'b.yml': 'id: a',
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^b\.txt has the same id "a" as .*a\.txt, which is read instead.*Rename/,
      ),
      expect.stringMatching(/^sub\/a\.md has the same id "a" as /),
    ]);
    expect(await metadataOf('a')).toMatchObject({ title: 'First' });
  });
});

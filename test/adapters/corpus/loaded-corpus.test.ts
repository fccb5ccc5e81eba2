import { Document } from '@langchain/core/documents';
import { BaseDocumentLoader } from '@langchain/core/document_loaders/base';
import { expect, test } from 'vitest';
import { openLoadedCorpus } from '../../../src/adapters/corpus/loaded-corpus.js';
import { toDocument } from '../../../src/documents/to-document.js';
import type { CorpusSource } from '../../../src/ports/corpus.js';

class Loader extends BaseDocumentLoader {
  readonly #documents: Document[];

  constructor(documents: Document[]) {
    super();
    this.#documents = documents;
  }

  override load(): Promise<Document[]> {
    return Promise.resolve(this.#documents);
  }
}

async function loaded(documents: Document[]): Promise<CorpusSource[]> {
  const { texts } = await openLoadedCorpus(new Loader(documents));
  return Promise.all(texts.map(async (text) => (await text.read()).source));
}

test('documents of one source are one text, its pages known', async () => {
  const [text, ...others] = await loaded([
    new Document({
      pageContent: '1. Rivers are free.',
      metadata: { source: '/texts/On rivers.pdf', loc: { pageNumber: 1 } },
    }),
    new Document({
      pageContent: '2. Dams are not.',
      metadata: { source: '/texts/On rivers.pdf', loc: { pageNumber: 2 } },
    }),
  ]);
  expect(others).toEqual([]);
  expect(text).toMatchObject({
    metadata: { id: 'on-rivers' },
    text: '1. Rivers are free.\n\n2. Dams are not.',
  });
  const { paragraphs } = toDocument(text as CorpusSource);
  expect(paragraphs.map(({ label, page }) => [label, page])).toEqual([
    ['1', '1'],
    ['2', '2'],
  ]);
});

test('metadata names a text; what cannot be one is told and left out', async () => {
  const { texts } = await openLoadedCorpus(
    new Loader([
      new Document({
        pageContent: '1. Rivers are free.',
        metadata: { id: 'rivers', title: 'On Rivers', date: 'soon', place: 'Bonn', author: 'x' },
      }),
      new Document({ pageContent: '1. Lakes are clean.' }),
    ]),
  );
  const [rivers, lakes] = await Promise.all(texts.map((text) => text.read()));
  expect(rivers?.source.metadata).toEqual({ id: 'rivers', title: 'On Rivers', place: 'Bonn' });
  expect(rivers?.notices).toMatchObject([
    { path: 'rivers', notice: expect.stringMatching(/date/) as string },
  ]);
  expect(lakes?.source.metadata.id).toBe('document-2');
});

test('a text has the same digest as long as the loader gives the same', async () => {
  const digests = (words: string): Promise<(string | undefined)[]> =>
    openLoadedCorpus(
      new Loader([new Document({ pageContent: words, metadata: { id: 'a' } })]),
    ).then(({ texts }) => Promise.all(texts.map((text) => text.digest())));
  expect(await digests('1. One.')).toEqual(await digests('1. One.'));
  expect(await digests('1. One.')).not.toEqual(await digests('1. Two.'));
});

test('a loader that fails is told as such', async () => {
  const failing = { load: () => Promise.reject(new Error('no such bucket')) };
  await expect(openLoadedCorpus(failing)).rejects.toMatchObject({
    code: 'unreadable-corpus',
    message: expect.stringContaining('no such bucket') as string,
  });
});

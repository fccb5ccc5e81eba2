import { describe, expect, test } from 'vitest';
import { LoadedDocuments, type LoadedDocument } from '../../src/adapters/loaded-documents.js';
import { deferred } from '../support/deferred.js';

/** So large that no two are kept at once. */
const HUGE = 1e9;

interface Loading {
  readonly documents: LoadedDocuments;
  /** Places of the documents that were loaded, in their order. */
  readonly loaded: readonly number[];
}

function loading(size: number): Loading {
  const loaded: number[] = [];
  const documents = new LoadedDocuments((place): Promise<LoadedDocument> => {
    loaded.push(place);
    return Promise.resolve({ paragraphs: [], size });
  });
  return { documents, loaded };
}

describe('a document', () => {
  test('that was loaded is kept at hand', async () => {
    const { documents, loaded } = loading(1000);
    const first = await documents.get(0);
    await documents.get(1);
    expect(await documents.get(0)).toBe(first);
    expect(loaded).toEqual([0, 1]);
  });

  test('that somebody holds is the same, also when it fell out', async () => {
    const { documents, loaded } = loading(HUGE);
    const held = await Promise.all([0, 1, 2].map((place) => documents.get(place)));
    const again = await Promise.all([0, 1, 2].map((place) => documents.get(place)));
    again.forEach((paragraphs, place) => {
      expect(paragraphs).toBe(held[place]);
    });
    expect(loaded).toEqual([0, 1, 2]);
  });

  test('that is empty is kept as well', async () => {
    const { documents, loaded } = loading(0);
    expect(await documents.get(0)).toBe(await documents.get(0));
    expect(loaded).toEqual([0]);
  });

  test('that many ask for at once is loaded once', async () => {
    const { promise, resolve } = deferred<LoadedDocument>();
    const loaded: number[] = [];
    const documents = new LoadedDocuments((place) => {
      loaded.push(place);
      return promise;
    });
    const asked = Array.from({ length: 20 }, () => documents.get(7));
    const content = { paragraphs: [], size: HUGE };
    resolve(content);
    for (const paragraphs of await Promise.all(asked)) expect(paragraphs).toBe(content.paragraphs);
    expect(loaded).toEqual([7]);
  });

  test('that could not be loaded is tried again by whoever asks next', async () => {
    let tries = 0;
    const documents = new LoadedDocuments(() => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Error('the disk is away'))
        : Promise.resolve({ paragraphs: [], size: 1 });
    });
    const asked = [documents.get(0), documents.get(0)];
    for (const one of asked) await expect(one).rejects.toThrow('the disk is away');
    expect(await documents.get(0)).toEqual([]);
    expect(tries).toBe(2);
  });
});

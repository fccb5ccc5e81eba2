import { beforeAll, describe, expect, it } from 'vitest';
import { isSpokenOf } from '../../../src/retrieval/query/spoken-of.js';
import type { SearchIndex } from '../../../src/ports/search-index.js';
import { smallIndex } from '../../support/small-index.js';

const RIVER = `1. Defence with oars is allowed by
Article 51 of the Charter.

2. A boat of 9.3 metres, or (b) of less, is a small one.

3. The parties meet.

4. They share the river.

5. A lighthouse stands where no house is.`;

let index: SearchIndex;
beforeAll(async () => {
  ({ index } = await smallIndex([
    { id: 'river', text: RIVER },
    { id: 'coast', text: '1. Whales are free.' },
  ]));
});

const spokenOf = (words: string, ...ids: string[]): Promise<boolean> =>
  isSpokenOf(words, { index, within: new Set(ids.length === 0 ? ['river', 'coast'] : ids) });

describe('words that stand one after the other in a text', () => {
  it.each([
    ['as they are', 'Article 51 of the Charter'],
    ['in other letters', 'ARTICLE 51'],
    ['over the end of a line', 'allowed by Article'],
    ['with whatever blanks', 'Article\n 51'],
    ['with signs that mean something elsewhere', '(b) of less'],
    ['with a number', '9.3 metres'],
  ])('are found %s', async (_how, words) => {
    expect(await spokenOf(words)).toBe(true);
  });

  it.each([
    ['in another order', '51 Article'],
    ['with others between', 'Article of the Charter'],
    ['as the end of another word', 'house stands'],
    ['as the beginning of another word', '9.3 metre'],
    ['where a sign would stand for any', '9x3 metres'],
    ['in two paragraphs', 'parties share'],
    ['in no text', 'unicorns'],
  ])('are not found %s', async (_how, words) => {
    expect(await spokenOf(words)).toBe(false);
  });

  it('are sought in the documents that are searched', async () => {
    expect(await spokenOf('Article 51', 'coast')).toBe(false);
    expect(await spokenOf('Article 51', 'river')).toBe(true);
  });
});

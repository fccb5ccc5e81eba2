import { beforeAll, describe, expect, it } from 'vitest';
import { terms } from '../../src/language/tokenize.js';
import { candidateRows } from '../support/candidate-rows.js';
import { BagOfWordsEmbeddings, smallIndex, type SmallIndex } from '../support/small-index.js';

const RIVER = `WATERS

1. The bank pays for dams.

2. Boats need lamps. A lamp is lit.

3. The bank pays for lamps.`;
const COAST = '1. The bank pays for harbours.\n\n2. The bank pays for lamps and dams.';

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    {
      id: 'river',
      title: 'River',
      text: RIVER,
      expansions: { 2: { questions: ['Who needs light?'], words: 'lantern' } },
    },
    { id: 'coast', title: 'Coast', language: 'en-GB', text: COAST },
  ]);
});

const address = (numbers: readonly number[]): string[] =>
  numbers.map((number) => {
    const { document, paragraph } = small.paragraphs[number] ?? {};
    return `${document?.id ?? ''}#${paragraph?.label ?? ''}`;
  });

describe('paragraphs that hold all of some terms', () => {
  const holding = async (
    words: string,
    { within, limit = 9 }: { readonly within?: readonly string[]; readonly limit?: number } = {},
  ): Promise<string[]> =>
    address(await small.index.holding(terms(words), { within: within && new Set(within), limit }));

  it.each([
    ['bank', ['river#1', 'river#3', 'coast#1', 'coast#2']],
    ['lamps for the bank', ['river#3', 'coast#2']],
    ['bank of dams and lamps', ['coast#2']],
    ['bank boats', []],
    ['bank unicorns', []],
    ['unicorns', []],
  ])('%s: %j, in the order of the index', async (words, labels) => {
    expect(await holding(words)).toEqual(labels);
  });

  it('are found by their headings and by what leads to them, as they are searched', async () => {
    expect(await holding('waters lamps')).toEqual(['river#2', 'river#3']);
    expect(await holding('lantern light')).toEqual(['river#2']);
  });

  it('are none of no terms', async () => {
    expect(await holding('')).toEqual([]);
  });

  it('are the first so many, of the documents that are wanted', async () => {
    expect(await holding('bank', { limit: 2 })).toEqual(['river#1', 'river#3']);
    expect(await holding('bank', { limit: 1, within: ['coast'] })).toEqual(['coast#1']);
    expect(await holding('bank', { within: [] })).toEqual([]);
  });
});

describe('paragraphs', () => {
  it('come in the order of the numbers, those that there are not left out', async () => {
    const found = await small.index.paragraphs([3, 99, 0, -1, 1]);
    expect(address(found.map(({ number }) => number))).toEqual(['coast#1', 'river#1', 'river#2']);
  });

  it('of a document come all, each with the others beside it', async () => {
    const river = await small.index.paragraphsOf('river');
    expect(river.map(({ paragraph }) => paragraph.label)).toEqual(['1', '2', '3']);
    for (const { siblings } of river) expect(siblings).toEqual(river);
    expect(await small.index.paragraphsOf('constructor')).toEqual([]);
  });

  it('are the same objects, however they are come by', async () => {
    const [, second] = await small.index.paragraphsOf('river');
    expect((await small.index.paragraphs([1]))[0]).toBe(second);
    expect(second?.siblings[1]).toBe(second);
  });

  it('have a vector of unit length of each sentence and each question', () => {
    const { sentences, vectors } = small.paragraphs[1] ?? {};
    expect(sentences).toHaveLength(2);
    expect([vectors?.sentence.length, vectors?.question.length]).toEqual([2, 1]);
    for (const vector of Object.values(vectors ?? {}).flat()) {
      expect(vector).toHaveLength(new BagOfWordsEmbeddings().dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });
});

it('documents are listed without their words', () => {
  const { documents, languages, paragraphCount } = small.index;
  expect(documents).toEqual([
    { id: 'river', title: 'River', language: 'en', paragraphCount: 3 },
    { id: 'coast', title: 'Coast', language: 'en-GB', paragraphCount: 2 },
  ]);
  expect([languages, paragraphCount]).toEqual([['en'], 5]);
});

it('words are counted in wordings and headings, not in what leads to them', async () => {
  const counts = await small.index.wordCounts();
  expect(['lamps', 'lamp', 'waters', 'lantern'].map((word) => counts.get(word))).toEqual([
    3,
    1,
    3,
    undefined,
  ]);
  const { vocabulary } = small.index;
  expect(['lamp', 'lantern'].map((word) => vocabulary.has(terms(word)[0] ?? ''))).toEqual([
    true,
    false,
  ]);
});

describe('candidates', () => {
  const few = { lexical: 1, dense: 0 };

  it('are the best by words, and what is wanted always, within the documents', async () => {
    const searched = { terms: terms('boats lamps') };
    const found = await small.index.candidates(searched, { ...few, always: [3, 4] });
    expect(new Set(address([...found.numbers]))).toEqual(
      new Set(['river#2', 'coast#1', 'coast#2']),
    );
    const within = new Set(['coast']);
    const there = candidateRows(
      small.index,
      await small.index.candidates(searched, { ...few, always: [0, 3], within }),
    );
    expect(address(there.map(({ number }) => number)).sort()).toEqual(['coast#1', 'coast#2']);
    const wanted = there.find(({ number }) => number === 3);
    expect(there.find((each) => each !== wanted)?.bm25).toBeGreaterThan(0);
    expect(wanted).toEqual({ number: 3, documentId: 'coast', bm25: 0, cosines: {} });
  });

  it('are the nearest by vectors, each with its highest cosine of each kind', async () => {
    const vector = await new BagOfWordsEmbeddings().embedQuery('A lamp is lit.');
    const found = await small.index.candidates({ terms: [], vector }, { lexical: 0, dense: 1 });
    const [nearest, ...more] = candidateRows(small.index, found);
    expect(more).toEqual([]);
    expect(nearest).toMatchObject({ number: 1, documentId: 'river', bm25: 0 });
    expect(nearest?.cosines.sentence).toBeCloseTo(1, 5);
    expect(nearest?.cosines.question).toBeLessThan(0.5);
  });
});

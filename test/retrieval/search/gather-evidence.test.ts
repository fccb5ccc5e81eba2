import { describe, expect, it } from 'vitest';
import { terms } from '../../../src/language/tokenize.js';
import type { SearchIndex } from '../../../src/ports/search-index.js';
import { gatherEvidence } from '../../../src/retrieval/search/gather-evidence.js';
import { noCosines } from '../../../src/retrieval/search/paragraph-vectors.js';
import { prepareProbe, type Probe } from '../../../src/retrieval/search/probe.js';
import { DEFAULT_WEIGHTS } from '../../../src/retrieval/settings.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

const ANYWHERE = { within: undefined, weights: DEFAULT_WEIGHTS };
const wordsOnly = (text: string): Probe => ({ text, terms: terms(text), vector: undefined });
const twoTexts = () =>
  smallIndex([
    { id: 'river', text: '1. The bank pays for dams.\n\n2. Boats need lamps.' },
    { id: 'coast', text: '1. The bank pays for harbours.' },
  ]);

it('in a large corpus a common word does not hide the rare one', async () => {
  const lines = Array.from(
    { length: 400 },
    (_, i) => `${i + 1}. The parties ${i === 390 ? 'praise otters' : 'meet'}.`,
  );
  const { index } = await smallIndex([{ id: 'many', text: lines.join('\n\n') }]);
  const found = await gatherEvidence(index, wordsOnly('Which parties praise otters?'), ANYWHERE);
  expect(found.has(390)).toBe(true);
  expect(found.size).toBeLessThan(400);
});

describe('the evidence of a paragraph', () => {
  it('is above 0 by words and by nearness, not read yet; its score the weighted sum', async () => {
    const { index } = await twoTexts();
    const probe = await prepareProbe(new BagOfWordsEmbeddings(), 'Who pays for dams?');
    const dams = (await gatherEvidence(index, probe, ANYWHERE)).get(0);
    const { lexical = NaN, similarity = NaN, reading, score } = dams ?? {};
    expect(lexical).toBeGreaterThan(0);
    expect(lexical).toBeLessThanOrEqual(1);
    expect(similarity).toBeGreaterThan(0);
    expect(reading).toBe(0);
    const { lexical: byWords, similarity: byNearness } = DEFAULT_WEIGHTS;
    expect(score).toBeCloseTo(byWords * lexical + byNearness * similarity, 12);
    const weights = { lexical: 0, similarity: 1, reading: 0 };
    const alone = (await gatherEvidence(index, probe, { within: undefined, weights })).get(0);
    expect(alone?.score).toBe(similarity);
  });

  it('is no more than 1 by words, however many are shared', async () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}x`);
    const lines = words.map((_, i) => `${i + 2}. ${'Boats carry grain. '.repeat(20)}`);
    const { index } = await smallIndex([
      { id: 'long', text: `1. ${words.join(' ')}.\n\n${lines.join('\n\n')}` },
    ]);
    const found = await gatherEvidence(index, wordsOnly(words.join(' ')), ANYWHERE);
    expect(found.get(0)?.lexical).toBe(1);
  });

  it('does not suffer by words of the question that no text holds', async () => {
    const { index } = await twoTexts();
    const lexical = async (question: string): Promise<unknown> =>
      (await gatherEvidence(index, wordsOnly(question), ANYWHERE)).get(0)?.lexical;
    expect(await lexical('Hey there, my grandma wonders: who pays for dams?')).toBe(
      await lexical('Who pays for dams?'),
    );
  });

  it('is by the nearest of its sentences and everyday questions', async () => {
    const text = '1. Boats need lamps. The court settles quarrels.\n\n2. Fish swim.';
    const question = 'Who is the judge?';
    const { index } = await smallIndex([
      { id: 'pact', text, expansions: { 2: { questions: [question], words: '' } } },
    ]);
    const similarities = async (asked: string): Promise<number[]> => {
      const probe = await prepareProbe(new BagOfWordsEmbeddings(), asked);
      const found = await gatherEvidence(index, probe, ANYWHERE);
      return [0, 1].map((number) => found.get(number)?.similarity ?? 0);
    };
    const [first = 0, second = 0] = await similarities('The court settles quarrels');
    expect(first).toBeGreaterThan(second);
    const [other = 0, everyday = 0] = await similarities(question);
    expect(everyday).toBeGreaterThan(other);
  });

  it('is by words alone where the model knows none of them', async () => {
    const { index } = await twoTexts();
    const dams = (await gatherEvidence(index, wordsOnly('dams'), ANYWHERE)).get(0);
    expect(dams).toMatchObject({ similarity: 0, reading: 0 });
    expect(dams?.score).toBeGreaterThan(0);
  });
});

describe('where it is looked', () => {
  it('in the documents that are wanted', async () => {
    const { index } = await twoTexts();
    const within = new Set(['coast']);
    const found = await gatherEvidence(index, wordsOnly('bank'), { ...ANYWHERE, within });
    expect([...found.values()].map(({ documentId }) => documentId)).toEqual(['coast']);
  });

  it('at what is looked at always, though no word leads there, within the same documents', async () => {
    const { index } = await twoTexts();
    const always = [1, 2];
    const found = await gatherEvidence(index, wordsOnly('otters'), {
      within: new Set(['river']),
      weights: DEFAULT_WEIGHTS,
      always,
    });
    expect([...found.keys()]).toEqual([1]);
  });
});

describe('an index that estimates cosines', () => {
  const COUNT = 400;
  /** All as near by words; the later, the nearer by estimates; what is nearest is not among the last. */
  const many: Pick<SearchIndex, 'candidates' | 'exactCosines' | 'documentIdOf' | 'background'> = {
    background: { sentence: [], question: [] },
    documentIdOf: () => 'many',
    candidates: () => {
      const numbers = Uint32Array.from({ length: COUNT }, (_, i) => 2 * i);
      const sentence = Float64Array.from(numbers, (_, i) => 0.3 + i / 1000);
      const cosines = { ...noCosines(COUNT), sentence };
      return Promise.resolve({ numbers, bm25: new Float64Array(COUNT).fill(3), cosines });
    },
    exactCosines: (numbers) => {
      asked.push(...numbers);
      const sentence = Float64Array.from(numbers, (number) => (number === 600 ? 0.9 : 0.2));
      return Promise.resolve({ ...noCosines(numbers.length), sentence });
    },
  };
  const asked: number[] = [];

  it('is asked for those of the best and of what is wanted, and these alone are found', async () => {
    const probe = { text: '', terms: [], vector: Float32Array.of(1) };
    const found = await gatherEvidence(many as SearchIndex, probe, { ...ANYWHERE, always: [4, 7] });
    expect(asked).toEqual([4, ...Array.from({ length: 128 }, (_, i) => 2 * (272 + i))]);
    expect([...found.keys()]).toEqual(asked);
    const best = [...found.values()].toSorted((a, b) => b.score - a.score);
    expect(best[0]).toMatchObject({ number: 600, documentId: 'many', lexical: 0.1 });
    expect(best[0]?.similarity).toBeGreaterThan(3 * (best[1]?.similarity ?? NaN));
  });
});

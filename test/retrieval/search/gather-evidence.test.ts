import { describe, expect, it } from 'vitest';
import { terms } from '../../../src/language/tokenize.js';
import { gatherEvidence } from '../../../src/retrieval/search/gather-evidence.js';
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
  it('is 0 to about 1 in every signal, its score their weighted sum', async () => {
    const { index } = await twoTexts();
    const probe = await prepareProbe(new BagOfWordsEmbeddings(), 'Who pays for dams?');
    const dams = (await gatherEvidence(index, probe, ANYWHERE)).get(0);
    const weights = { lexical: 0, similarity: 1, partSimilarity: 0 };
    const alone = (await gatherEvidence(index, probe, { within: undefined, weights })).get(0);
    expect(dams?.lexical).toBeGreaterThan(0.5);
    expect(dams?.similarity).toBeGreaterThan(0.5);
    expect(dams?.partSimilarity).toBeLessThan(1.01);
    expect(alone?.score).toBe(dams?.similarity);
  });

  it('is by words alone where the model knows none of them', async () => {
    const { index } = await twoTexts();
    const dams = (await gatherEvidence(index, wordsOnly('dams'), ANYWHERE)).get(0);
    expect(dams).toMatchObject({ similarity: 0, partSimilarity: 0 });
    expect(dams?.score).toBeGreaterThan(0);
  });
});

describe('where it is looked', () => {
  it('in the documents that are wanted', async () => {
    const { index } = await twoTexts();
    const within = new Set(['coast']);
    const found = await gatherEvidence(index, wordsOnly('bank'), { ...ANYWHERE, within });
    expect([...found.values()].map(({ paragraph }) => paragraph.document.id)).toEqual(['coast']);
  });

  it('at what is looked at always, though no word leads there, within the same documents', async () => {
    const { index } = await twoTexts();
    const always = index.paragraphs.slice(1);
    const found = await gatherEvidence(index, wordsOnly('otters'), {
      within: new Set(['river']),
      weights: DEFAULT_WEIGHTS,
      always,
    });
    expect([...found.keys()]).toEqual([1]);
  });
});

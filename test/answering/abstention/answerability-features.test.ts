import { beforeAll, expect, it } from 'vitest';
import { answerabilityFeatures } from '../../../src/answering/abstention/answerability-features.js';
import type { AnswerabilityFeatures } from '../../../src/answering/abstention/answerability-model.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import { smallIndex, type SmallIndex } from '../../support/small-index.js';

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    {
      id: 'pact',
      title: 'Pact of Porto',
      text: '1. The dams were built of stone.\n\n2. The nets were laid in 1948.\n',
      expansions: { '1': { questions: ['Who made the dams?'], words: 'barrage' } },
    },
  ]);
});

async function featuresOf(question: string): Promise<AnswerabilityFeatures> {
  const { index, retriever } = small;
  const retrieval = await retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  return answerabilityFeatures(index, { retrieval, excerpts });
}

it('words of the question are held by the best paragraph, by another, or by none', async () => {
  expect(await featuresOf('stone dams')).toMatchObject({ coverage: 1, unknown: 0 });
  const { coverage, unknown } = await featuresOf('stone dams of gnomes');
  expect(coverage).toBeGreaterThan(0);
  expect(coverage).toBeLessThan(1);
  expect(unknown).toBeCloseTo(1 - coverage, 12);
  expect(await featuresOf('of the')).toMatchObject({ coverage: 0, unknown: 0 });
});

it('names and numbers that no near paragraph holds are missing, at most two of them', async () => {
  expect(await featuresOf('Were dams built in Porto?')).toMatchObject({ missingNames: 0 });
  expect(await featuresOf('Were dams built in Utopia?')).toMatchObject({ missingNames: 1 });
  expect(await featuresOf('Were dams of Utopia built by Zeno in 1312?')).toMatchObject({
    missingNames: 2,
  });
});

it('a date that is asked for and does not stand in what would be quoted is missing', async () => {
  expect(await featuresOf('When were the nets laid?')).toMatchObject({ 'missing-date': 0 });
  expect(await featuresOf('When were the stone dams built?')).toMatchObject({ 'missing-date': 1 });
  expect(await featuresOf('Were the stone dams built?')).toMatchObject({ 'missing-date': 0 });
});

it('everyday questions of the same form are near, of another form none is', async () => {
  expect((await featuresOf('Who made the dams?')).formSimilarity).toBeCloseTo(1, 6);
  expect((await featuresOf('Why are there dams?')).formSimilarity).toBe(0);
});

it('the form and the aim of the question are told', async () => {
  expect(await featuresOf('Why are there dams?')).toMatchObject({ 'asks-why': 1, 'asks-how': 0 });
  expect(await featuresOf('Are you a dam?')).toMatchObject({ asksToAct: 1, 'asks-yes-no': 1 });
  expect(await featuresOf('Which dam is the largest?')).toMatchObject({ asksForRankOrPresent: 1 });
});

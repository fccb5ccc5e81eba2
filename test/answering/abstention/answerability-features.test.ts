import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  answerabilityFeatures,
  withMatch,
} from '../../../src/answering/abstention/answerability-features.js';
import type { AnswerabilityFeatures } from '../../../src/answering/abstention/answerability-model.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import { FakeReader } from '../../support/fake-reader.js';
import { smallIndex, type SmallIndex } from '../../support/small-index.js';

const SOURCES = [
  {
    id: 'pact',
    title: 'Pact of Porto',
    text: '1. The dams were built of stone.\n\n2. The nets were laid in 1948.\n',
    expansions: { '1': { questions: ['Who made the dams?'], words: 'barrage' } },
  },
];

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex(SOURCES);
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

it('what the reader makes of the two paragraphs in which it finds most', async () => {
  const { index } = small;
  const asked = { messages: [{ role: 'user', content: 'Who laid dams and nets?' }] } as const;
  const readings = async (answering: RegExp): Promise<unknown> => {
    const { retriever } = await smallIndex(SOURCES, { reader: new FakeReader(answering) });
    const retrieval = await retriever.retrieve(asked, { topK: 8 });
    const { reading, secondReading } = answerabilityFeatures(index, { retrieval, excerpts: [] });
    return { reading, secondReading };
  };
  expect(await readings(/dams/u)).toEqual({ reading: 1, secondReading: 0 });
  expect(await readings(/dams|nets/u)).toEqual({ reading: 1, secondReading: 1 });
  expect(await readings(/unicorns/u)).toEqual({ reading: 0, secondReading: 0 });
});

it('how tokens meet, a half for what is usual, none of it beyond 0 and 1', async () => {
  const features = await featuresOf('Who made the dams?');
  expect(features).toMatchObject({ questionMatch: 0, quoteMatch: 0, nearestTokens: 0 });
  const met = withMatch(features, { question: 0, text: 2, nearest: 99, farthest: -99 });
  expect(met).toEqual({
    ...features,
    questionMatch: 0.5,
    quoteMatch: 0.75,
    nearestTokens: 1,
    farthestToken: 0,
  });
});

it('what was not read answers nothing', async () => {
  expect(await featuresOf('Who made the dams?')).toMatchObject({ reading: 0, secondReading: 0 });
});

it('how near the best paragraphs come, by their sentences, everyday questions and words', async () => {
  const near = await featuresOf('Who made the dams?');
  expect(near.questionSimilarity).toBeGreaterThan(0);
  expect(near.similarity).toBeGreaterThan(0);
  expect(near.closeness).toBeGreaterThan(0);
  expect(near.lexical).toBeGreaterThan(0);
  const far = await featuresOf('Where do unicorns graze?');
  expect(far).toMatchObject({ questionSimilarity: 0, lexical: 0 });
  expect(far.similarity).toBeLessThan(near.similarity);
  expect(far.closeness).toBeLessThan(near.closeness);
});

it('of more texts the nearest has to be nearer: something always comes near', async () => {
  const question = 'Who made the dams?';
  const asked = { messages: [{ role: 'user', content: question }] } as const;
  const others = Array.from({ length: 300 }, (_, i) => `${i + 3}. Herons nest on pole ${i}.`);
  const large = await smallIndex([
    ...SOURCES,
    { id: 'nests', title: 'Nests', text: others.join('\n\n') },
  ]);
  const retrieval = await large.retriever.retrieve(asked, { topK: 8 });
  const few = answerabilityFeatures(large.index, {
    retrieval: { ...retrieval, paragraphCount: 2 },
    excerpts: [],
  });
  const many = answerabilityFeatures(large.index, { retrieval, excerpts: [] });
  expect(retrieval.paragraphCount).toBe(302);
  expect(many.crowd).toBeGreaterThan(few.crowd);
  expect(many.similarity).toBeLessThan(few.similarity);
  expect(many.closeness).toBeLessThan(few.closeness);
});

it('how many are searched goes by the texts that are asked', async () => {
  const large = await smallIndex([
    ...SOURCES,
    { id: 'nests', title: 'Nests', text: '1. Herons nest.\n\n2. Owls do not.\n\n3. Terns may.' },
  ]);
  const messages = [{ role: 'user', content: 'Who made the dams?' }] as const;
  const counts = [undefined, ['nests'], ['pact']].map(async (documents) => {
    const asked = { messages, ...(documents && { documents }) };
    return (await large.retriever.retrieve(asked, { topK: 8 })).paragraphCount;
  });
  expect(await Promise.all(counts)).toEqual([5, 3, 2]);
});

it('every feature is 0 to 1, nearness somewhat above in a small text, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (question) => {
      for (const [name, value] of Object.entries(await featuresOf(question))) {
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(/^(?:similarity|closeness)$/u.test(name) ? 1.3 : 1);
      }
    }),
    { numRuns: 40 },
  );
});

it('a date that is asked for and does not stand in what would be quoted is missing', async () => {
  expect(await featuresOf('When were the nets laid?')).toMatchObject({ 'missing-date': 0 });
  expect(await featuresOf('When were the stone dams built?')).toMatchObject({ 'missing-date': 1 });
  expect(await featuresOf('Were the stone dams built?')).toMatchObject({ 'missing-date': 0 });
});

it('everyday questions of the same form are near, of another form none is', async () => {
  const { formSimilarity, questionSimilarity } = await featuresOf('Who made the dams?');
  expect(formSimilarity).toBeGreaterThan(0);
  expect(formSimilarity).toBe(questionSimilarity);
  expect((await featuresOf('Why are there dams?')).formSimilarity).toBe(0);
});

it('the form and the aim of the question are told', async () => {
  expect(await featuresOf('Why are there dams?')).toMatchObject({ 'asks-why': 1, 'asks-how': 0 });
  expect(await featuresOf('Are you a dam?')).toMatchObject({ asksToAct: 1, 'asks-yes-no': 1 });
  expect(await featuresOf('Which dam is the largest?')).toMatchObject({ asksForRankOrPresent: 1 });
});

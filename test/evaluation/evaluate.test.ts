import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/chat/answer-question.js';
import type { FoundAnswer } from '../../src/answering/abstention/answerability-features.js';
import { createDecider } from '../../src/answering/abstention/decide-answerable.js';
import { pickExcerpts } from '../../src/answering/quoting/pick-excerpts.js';
import { evaluate, type EvaluatedSystem } from '../../evaluation/evaluate.js';
import { decided } from '../support/decided.js';
import { smallIndex } from '../support/small-index.js';
import { aQuestion } from './an-outcome.js';

const RIVERS = {
  id: 'rivers',
  text:
    '1. The Parties shall protect rivers from pollution by industrial waste.\n2. ' +
    'Dams shall be built only with the consent of those who live downstream.\n',
};
const QUESTIONS = [
  aQuestion({
    id: 'dam',
    question: 'Whose consent do dams need?',
    goldQuotes: ['with the consent of those who live downstream'],
    answerContains: [['downstream']],
  }),
  aQuestion({
    id: 'cup',
    question: 'Who won the football world cup?',
    answerable: false,
    goldQuotes: [],
    answerContains: [],
  }),
];

async function aSystem(): Promise<EvaluatedSystem> {
  const { index, retriever } = await smallIndex([RIVERS]);
  const parts = {
    index,
    retriever,
    decide: (_: unknown, { retrieval: { question } }: FoundAnswer) =>
      decided(!question.includes('football')),
    abstention: () => Promise.resolve('The texts do not say.'),
  };
  return {
    index,
    retriever,
    decide: createDecider(),
    answer: (inquiry, options) => answerQuestion(parts, inquiry, options),
  };
}

const { signal } = new AbortController();

test('every question is asked of the system itself and judged, in order', async () => {
  const progress: object[] = [];
  const outcomes = await evaluate(await aSystem(), QUESTIONS, {
    signal,
    onProgress: (event) => progress.push(event),
  });
  expect(outcomes.map(({ question }) => question.id)).toEqual(['dam', 'cup']);
  expect(outcomes[0]?.ranking).toMatchObject({ firstRank: 1, relevantCount: 1 });
  expect(outcomes[0]).toMatchObject({
    answer: { correct: true, citationHit: true },
    unguardedCorrect: true,
    integrity: { inventedQuotes: 0 },
  });
  expect(outcomes[1]).toMatchObject({ observation: { reply: { answered: false } } });
  expect(progress).toEqual([
    { done: 1, total: 2 },
    { done: 2, total: 2 },
  ]);
});

test('the confidence is what the system itself goes by', async () => {
  const system = await aSystem();
  const [dam] = await evaluate(system, QUESTIONS, { signal });
  const retrieval = await system.retriever.retrieve(
    { messages: [{ role: 'user', content: 'Whose consent do dams need?' }] },
    { topK: 10 },
  );
  const { excerpts } = pickExcerpts(system.index, retrieval.aspects);
  expect(dam?.observation.confidence).toBe(
    (await createDecider()(system.index, { retrieval, excerpts })).probability,
  );
});

test('a refusal hides what would have been answered, but not from the judge', async () => {
  const system = await aSystem();
  const football = aQuestion({
    question: 'Are dams for football?',
    goldQuotes: ['Dams shall be built'],
    answerContains: [['consent']],
  });
  const [outcome] = await evaluate(system, [football], { signal });
  expect(outcome?.observation.reply).toMatchObject({ answered: false });
  expect(outcome).not.toHaveProperty('answer');
  expect(outcome).toMatchObject({ unguardedCorrect: true });
});

test('history is part of the question', async () => {
  const asked = aQuestion({
    history: [{ role: 'user', content: 'May dams be built?' }],
    question: 'And with whose consent?',
    goldQuotes: ['consent of those'],
    answerContains: [],
  });
  const [outcome] = await evaluate(await aSystem(), [asked], { signal });
  expect(outcome?.observation.reply.query).toContain('May dams be built?');
});

test('an abort ends it', async () => {
  await expect(
    evaluate(await aSystem(), QUESTIONS, { signal: AbortSignal.abort(new Error('enough')) }),
  ).rejects.toThrow('enough');
});

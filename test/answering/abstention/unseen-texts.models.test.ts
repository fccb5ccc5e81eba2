import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerDecision } from '../../../src/answering/abstention/answer-decision.js';
import { TERM_NAMES } from '../../../src/answering/abstention/answerability-model.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import type { AnswerDependencies } from '../../../src/chat/answer-dependencies.js';
import { openShippedAnswering } from '../../support/shipped-models.js';

const TEXTS = fileURLToPath(new URL('../../fixtures/texts/', import.meta.url));

let folder: string;
let dependencies: AnswerDependencies;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  for (const name of ['udhr-style', 'rio-style', 'un-charter-style']) {
    await cp(join(TEXTS, `${name}.txt`), join(folder, 'corpus', `${name}.txt`));
  }
  await writeFile(
    join(folder, 'corpus', 'ustav.txt'),
    'Статья 1\n\nГород уплачивает вступительный взнос в размере 500 франков.\n\nСтатья ' +
      '2\n\nСовет собирается два раза в год.\n',
  );
  await writeFile(
    join(folder, 'corpus', 'farewell.txt'),
    '1. Many thanks are given to the sailors.\n\n2. Hello is said at the quay.\n',
  );
  dependencies = await openShippedAnswering(join(folder, 'corpus'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function decisionOn(question: string): Promise<AnswerDecision> {
  const { index, retriever, decide } = dependencies;
  const retrieval = await retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  return decide(index, { retrieval, excerpts });
}

describe('texts without everyday questions, which nothing was fitted on', () => {
  test.each([
    ['Do I have the right to leave my country?', 'probable'],
    ['Can parents choose the education of their children?', 'probable'],
    ['Are all people equal?', 'probable'],
    ['What do they say about nature?', 'probable'],
    ['To whom are thanks given?', 'probable'],
    ['Кто уплачивает вступительный взнос?', 'probable'],
    ['How many members does the Security Council have?', 'probable'],
    ['What are the purposes of the United Nations?', 'probable'],
    ['What does article 26 say?', 'named-place'],
  ])('answered: %s (%s)', async (question, reason) => {
    expect(await decisionOn(question)).toMatchObject({ answerable: true, reason });
  });

  test.each([
    ['Does my dog need a vaccine?', 'improbable'],
    ['How do I bake bread?', 'improbable'],
    ['Who won the world cup in 2018?', 'improbable'],
    ['How much does a visa cost?', 'improbable'],
    ['What is the capital of France?', 'improbable'],
    ['Tell me a joke', 'improbable'],
    ['Many thanks!', 'courtesy'],
    ['Hello', 'courtesy'],
    ['Is the moon made of cheese?', 'improbable'],
    ['Can I use a hammer to fix my car?', 'improbable'],
    ['How does photosynthesis work in plants?', 'improbable'],
    ['What does article 97 say?', 'unknown-place'],
    ['???', 'nothing-found'],
  ])('not answered: %s (%s)', async (question, reason) => {
    const decision = await decisionOn(question);
    expect(decision.answerable).toBe(false);
    // Shown the closest words or not, none is given as an answer.
    expect(decision.reason === 'unsure' ? 'improbable' : decision.reason).toBe(reason);
  });
});

// Its one word that the text has too brings it near.
test('not answered: off the topic, in the language of the text, which the reader does not read', async () => {
  expect((await decisionOn('Как испечь хлеб в городе?')).answerable).toBe(false);
});

test('what was weighed adds up to the probability', async () => {
  const { features, intercept = NaN, probability } = await decisionOn('How do I bake bread?');
  const logOdds = features.reduce((sum, { contribution }) => sum + contribution, intercept);
  expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(probability, 12);
  const names = features.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names).toEqual(TERM_NAMES.filter((name) => names.includes(name)));
  for (const { value, weight, contribution } of features) {
    expect(contribution).toBe(value * weight);
  }
});

test('what is plain without weighing is certain', async () => {
  expect(await decisionOn('What does article 97 say?')).toMatchObject({
    probability: 0,
    features: [],
  });
  expect(await decisionOn('What does article 26 say?')).toMatchObject({
    probability: 1,
    features: [],
  });
});

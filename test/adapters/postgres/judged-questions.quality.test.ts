import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inquiryOf, type JudgedQuestion } from '../../../evaluation/judged-question.js';
import { readQuestions, SHIPPED_QUESTIONS } from '../../../evaluation/read-questions.js';
import type { AnswerDependencies } from '../../../src/chat/answer-dependencies.js';
import { aDatabase } from '../../support/a-database.js';
import { openShippedAnswering } from '../../support/shipped-models.js';

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));
/** Of equally good ones the other may be first. */
const SAME = 0.99;

test('judged questions find the same paragraph first in a database as in an index folder', async () => {
  const { questions } = await readQuestions(SHIPPED_QUESTIONS);
  const folder = await openShippedAnswering(CORPUS);
  const database = await openShippedAnswering(CORPUS, aDatabase().database);
  const others: string[] = [];
  for (const question of questions) {
    const [expected, actual] = [await firstOf(folder, question), await firstOf(database, question)];
    if (actual !== expected) others.push(`${question.id}: ${actual}, not ${expected}`);
  }
  expect(questions.length).toBeGreaterThan(200);
  expect(others.length, others.join('\n')).toBeLessThanOrEqual((1 - SAME) * questions.length);
}, 600_000);

async function firstOf(
  { retriever }: AnswerDependencies,
  question: JudgedQuestion,
): Promise<string> {
  const { signal } = new AbortController();
  const { evidence } = await retriever.retrieve(inquiryOf(question), { topK: 10, signal });
  const [first] = evidence;
  return first === undefined
    ? ''
    : `${first.paragraph.document.id}#${first.paragraph.paragraph.label}`;
}

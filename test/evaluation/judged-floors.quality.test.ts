import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBackend } from '../../src/composition/create-backend.js';
import { CORPUS_DIR } from '../../src/composition/shipped-files.js';
import { answerSentences, uncitedSentences } from '../../evaluation/answer-sentences.js';
import { evaluate } from '../../evaluation/evaluate.js';
import { MEASURES, type MeasureName } from '../../evaluation/measures.js';
import type { Outcome } from '../../evaluation/outcome.js';
import { parseQuestions } from '../../evaluation/parse-questions.js';
import { openShippedAnswering } from '../support/shipped-models.js';

const QUESTIONS = fileURLToPath(new URL('../judged/questions.jsonl', import.meta.url));

let outcomes: readonly Outcome[];

beforeAll(async () => {
  const engine = await openShippedAnswering(CORPUS_DIR);
  const questions = parseQuestions(await readFile(QUESTIONS, 'utf8'), QUESTIONS);
  outcomes = await evaluate({ ...engine, answer: createBackend(engine).answer }, questions, {
    signal: new AbortController().signal,
  });
});

const figure = (name: MeasureName, kinds?: readonly string[]): number | undefined =>
  MEASURES[name].of(
    outcomes.filter(({ question }) => kinds === undefined || kinds.includes(question.kind)),
  );

describe('floors, about three points below what was measured with the model and the questions that ship', () => {
  test.each<[MeasureName, number]>([
    ['hitAt1', 0.91],
    ['hitAt5', 0.95],
    ['mrrAt10', 0.93],
    ['correct', 0.88],
    ['citationHit', 0.89],
    ['citationPrecision', 0.78],
    ['refusal', 0.62],
  ])('%s is at least %d', (name, floor) => {
    expect(figure(name)).toBeGreaterThanOrEqual(floor);
  });

  test('paraphrases and follow-ups are found among the first five', () => {
    expect(figure('hitAt5', ['paraphrase'])).toBeGreaterThanOrEqual(0.95);
    expect(figure('hitAt5', ['followup'])).toBeGreaterThanOrEqual(0.95);
  });

  test('few answerable questions are refused', () => {
    expect(figure('wrongRefusal')).toBeLessThanOrEqual(0.05);
  });

  test('what has nothing to do with the texts is refused', () => {
    expect(figure('refusal', ['adversarial'])).toBeGreaterThanOrEqual(0.95);
  });
});

describe('promises of every answer', () => {
  test('every quote is the source’s own words at its offsets', () => {
    expect(figure('inventedQuotes')).toBe(0);
  });

  test('every marker has its citation and every citation its marker', () => {
    expect([figure('danglingMarkers'), figure('unusedCitations')]).toEqual([0, 0]);
  });

  test('every sentence is cited', () => {
    const uncited = outcomes.filter(
      ({ answer }) => answer !== undefined && answer.citedSentences < answer.sentences,
    );
    expect(uncited.map(({ observation }) => observation.reply.answer)).toEqual([]);
  });

  test('with its markers taken out, no sentence is', () => {
    const answers = outcomes
      .map(({ observation }) => observation.reply)
      .filter(({ answered }) => answered);
    expect(answers.length).toBeGreaterThan(100);
    for (const { answer, citations } of answers) {
      const bare = answerSentences(answer.replace(/\s*\[\d+\]/gu, ''));
      expect(bare.length).toBeGreaterThan(0);
      expect(uncitedSentences(bare, citations)).toEqual(bare);
    }
  });

  test('a gold quote of every answerable question stands in a paragraph', () => {
    expect(
      outcomes
        .filter(({ ranking }) => ranking?.relevantCount === 0)
        .map(({ question }) => question.id),
    ).toEqual([]);
  });
});

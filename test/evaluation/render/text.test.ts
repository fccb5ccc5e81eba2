import { expect, test } from 'vitest';
import { renderFailures, renderText } from '../../../evaluation/render/text.js';
import { renderJson } from '../../../evaluation/render/json.js';
import { summarize } from '../../../evaluation/report.js';
import { anObservation, anOutcome, anUnanswerable, aQuestion, aRefusal } from '../an-outcome.js';

const SETTING = {
  questionFile: 'set.jsonl',
  embeddingModel: 'model',
  documents: ['a', 'b'],
  madeAt: '2026-01-02T03:04:05.000Z',
};
const missed = aRefusal({
  ranking: { firstRank: Infinity, completeRank: Infinity, relevance: [], relevantCount: 1 },
});
const report = summarize([anOutcome(), missed, anUnanswerable()], SETTING);

test('the table has a line for all and for each kind, columns aligned, dashes where nothing was asked', () => {
  const [heading, table, intervals, promises] = renderText(report).split('\n\n');
  expect(heading).toBe('set.jsonl · model · a, b');
  const lines = table?.split('\n') ?? [];
  expect(lines.map((line) => line.split(/ {2,}/u).slice(0, 3))).toEqual([
    ['', 'n', 'hit@1'],
    ['all', '3', '0.500'],
    ['factoid', '2', '0.500'],
    ['adversarial', '1', '–'],
  ]);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(intervals).toMatch(
    /^hit@1 +0\.500 +0\.000 … 1\.000 +the first paragraph found is a right one$/m,
  );
  expect(promises).toMatch(
    /^0 markers without a citation · 0 citations without a marker · 0 quotes/,
  );
});

test('the ablation has its own table', () => {
  const figures = { hitAt1: 0.25, hitAt5: 0.5, mrrAt10: 0.375, ndcgAt10: 0.4 };
  const text = renderText({
    ...report,
    ablation: [
      {
        questions: false,
        headings: true,
        arm: 'lexical',
        figures,
        mrrDifference: { low: -0.2, high: 0.1 },
      },
    ],
  });
  expect(text).toMatch(/^– +with +lexical +0\.250 +0\.500 +0\.375 +0\.400 +-0\.200 … 0\.100$/m);
});

test('as many failures as asked for, each with what was wanted and found', () => {
  expect(renderFailures(report, 5)).toBe(
    [
      'q1 (factoid) Where is it?',
      '  refused with confidence 0.20, first right paragraph not found',
      '  wanted: a#1, “Beijing”',
      '  found:  nothing',
      '  cited:  nothing',
      '  answer: ',
    ].join('\n'),
  );
  expect(renderFailures(summarize([missed, missed], SETTING), 1).match(/wanted/g)).toHaveLength(1);
});

test('a question cannot write to the terminal more than words', () => {
  const evil = aQuestion({ kind: 'a\u001b[2Jb', question: 'Where\u001b]0;owned\u0007?' });
  const evilReport = summarize([aRefusal({ question: evil })], SETTING);
  expect(renderText(evilReport) + renderFailures(evilReport, 1)).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/,
  );
});

test('the JSON holds every figure and a row a question; a rank not found is null', () => {
  const found = [{ documentId: 'a', paragraph: '1', text: 'It is in Beijing.' }];
  const parsed = JSON.parse(
    renderJson(
      summarize(
        [anOutcome({ observation: anObservation({ found, confidence: 1 / 3 }) }), missed],
        SETTING,
      ),
    ),
  ) as Record<string, unknown>;
  expect(parsed).toMatchObject({
    questionFile: 'set.jsonl',
    all: { questions: 2, hitAt1: 0.5 },
    byKind: [{ kind: 'factoid' }],
    hitCurve: { length: 10 },
  });
  expect(parsed['rows']).toMatchObject([
    { id: 'q1', firstRank: 1, correct: true, confidence: 0.3333, found: ['a#1'], cited: ['a#1'] },
    { id: 'q1', firstRank: null, answered: false, found: [] },
  ]);
});

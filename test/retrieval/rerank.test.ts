import { describe, expect, it } from 'vitest';
import type { QuestionTargets } from '../../src/retrieval/query/question-targets.js';
import { adjustmentOf, rerank } from '../../src/retrieval/rerank.js';
import {
  aspectPlan,
  evidenceOf,
  paragraphNumbered,
  questionTargetsOf,
} from '../support/found-evidence.js';

const poor = paragraphNumbered(1, { document: 'charter', text: 'Trade in “grain” is free.' });
const good = paragraphNumbered(2, { text: 'Trade in fish is free.' });
const best = paragraphNumbered(3);

function order(
  targets: Partial<QuestionTargets>,
  { preferred }: { readonly preferred?: string } = {},
): number[] {
  const evidence = [evidenceOf(poor, 0.3), evidenceOf(good, 0.5), evidenceOf(best, 0.54)];
  const whole = { plan: aspectPlan({ preferred }), results: [], evidence };
  const [ranked] = rerank([{ whole, splits: [] }], questionTargetsOf(targets));
  return ranked?.whole.ranking.map(({ paragraph }) => paragraph.number) ?? [];
}

describe('what comes first', () => {
  it.each([
    ['the best score, where nothing is asked for by name', [3, 2, 1], {}],
    ['a paragraph named by its number', [1, 3, 2], { named: new Set([poor]) }],
    [
      'within a named place that something is asked of, words decide',
      [2, 1, 3],
      { named: new Set([poor, good]), ofNamed: true },
    ],
    ['what the question leans on', [1, 3, 2], { leantOn: new Set([poor]) }],
    ['a phrase in quotes', [1, 3, 2], { phrases: ['trade in "grain"'] }],
  ])('%s', (_what, numbers, targets) => {
    expect(order(targets)).toEqual(numbers);
  });

  it('of two that suit about as well, the one of the document that is named', () => {
    const evidence = [evidenceOf(good, 0.5), evidenceOf(poor, 0.48)];
    const whole = { plan: aspectPlan({ preferred: 'charter' }), results: [], evidence };
    const [ranked] = rerank([{ whole, splits: [] }], questionTargetsOf());
    expect(ranked?.whole.ranking[0]?.paragraph).toBe(poor);
  });

  it('not a worse one because its document is named', () => {
    expect(order({}, { preferred: 'charter' })).toEqual([3, 2, 1]);
  });
});

describe('why a paragraph was moved', () => {
  it('each reason is told', () => {
    const targets = questionTargetsOf({
      named: new Set([poor]),
      ofNamed: true,
      leantOn: new Set([poor]),
      phrases: ['trade in "grain"'],
    });
    const { fixedScore, bonuses } = adjustmentOf(poor, targets, 'charter');
    expect(fixedScore).toBeUndefined();
    expect(bonuses.map(({ reason }) => reason)).toEqual([
      'named-document',
      'named-place',
      'leant-on',
      'quoted-phrase',
    ]);
    expect(bonuses.every(({ amount }) => amount > 0)).toBe(true);
  });

  it('all paragraphs named by number have one score, whatever their words', () => {
    const targets = questionTargetsOf({
      named: new Set([poor, good]),
      phrases: ['trade in "grain"'],
    });
    const adjustments = [poor, good].map((paragraph) =>
      adjustmentOf(paragraph, targets, undefined),
    );
    expect(adjustments[0]).toEqual(adjustments[1]);
    expect(adjustments[0]?.fixedScore).toBeGreaterThan(1);
  });

  it('nothing, for most', () => {
    expect(adjustmentOf(good, questionTargetsOf(), undefined).bonuses).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import type { AnswerDecision } from '../../src/answering/abstention/answer-decision.js';
import { isWorthReading } from '../../src/chat/worth-reading.js';

const LIMITS = { minProbability: 0.5, minUnsureProbability: 0.3, features: [] };

const ROWS: readonly (readonly [AnswerDecision, boolean])[] = [
  [{ answerable: true, reason: 'probable', probability: 0.9, ...LIMITS }, true],
  [{ answerable: false, reason: 'unsure', probability: 0.4, ...LIMITS }, true],
  [{ answerable: false, reason: 'improbable', probability: 0.2, ...LIMITS }, true],
  [{ answerable: false, reason: 'improbable', probability: 0.01, ...LIMITS }, false],
  [{ answerable: false, reason: 'nothing-found', probability: 0, ...LIMITS }, false],
  [{ answerable: false, reason: 'unknown-place', probability: 0, ...LIMITS }, false],
  [{ answerable: false, reason: 'courtesy', probability: 0, ...LIMITS }, false],
];

it.each(ROWS)(
  'only what is plainly about something else is kept from a model: %j',
  (decision, read) => {
    expect(isWorthReading(decision)).toBe(read);
  },
);

import { describe, expect, test } from 'vitest';
import { coordinationSplits } from '../../../src/retrieval/query/coordination-split.js';

describe('where a question about two things may be cut', () => {
  test.each([
    [
      'Until which years do the programme and the security plan run?',
      ['Until which years do the programme', 'the security plan run?'],
    ],
    [
      'What is said of the Forum and of research centres?',
      ['What is said of the Forum', 'of research centres?'],
    ],
    [
      'What about dams, and about the fish in the river?',
      ['What about dams', 'about the fish in the river?'],
    ],
  ])('%s', (question, halves) => {
    expect(coordinationSplits(question)).toEqual([halves]);
  });

  test.each([
    'What of trade and investment?',
    'Who may fish?',
    'And the rest?',
    'Are guns and missiles acceptable?',
  ])('not: %s', (question) => {
    expect(coordinationSplits(question)).toEqual([]);
  });

  test('a question of many parts is cut at a few places only', () => {
    expect(
      coordinationSplits(`What of dams${' and the river'.repeat(2000)}?`).length,
    ).toBeLessThanOrEqual(3);
  });
});

import { describe, expect, it } from 'vitest';
import { ANSWER_RULES } from '../../src/answering/answer-rules.js';

describe.each(ANSWER_RULES.map((rules, i) => [i, rules] as const))(
  'rules of language %i',
  (_, { asks, holds, forms, aim, leaning, severalThings }) => {
    it('find every thing that a text holds', () => {
      expect(Object.values(holds).map(({ global }) => global)).not.toContain(false);
    });

    it('remember nothing between two questions', () => {
      const tested: readonly RegExp[] = [
        ...Object.values(asks),
        ...Object.values(forms),
        aim.politeOpening,
        aim.toTheService,
        aim.order,
        aim.courtesy,
        aim.rankOrPresent,
        ...[leaning.sentenceOpening, leaning.pronounOpening, leaning.subject, leaning.plural],
        severalThings,
      ];
      expect(tested.map(({ flags }) => flags).join('')).not.toMatch(/[gy]/u);
    });
  },
);

it('there are some', () => {
  expect(ANSWER_RULES.length).toBeGreaterThan(0);
});

import { expect, it } from 'vitest';
import { priced, sumOfUsage } from '../../src/prompting/token-prices.js';

const PRICES = { input: 0.15, output: 0.6 };

it('a reply costs its tokens by the prices of a million, to a billionth', () => {
  expect(priced({ inputTokens: 1_000_000, outputTokens: 500_000 }, PRICES).cost).toBe(0.45);
  expect(priced({ inputTokens: 3, outputTokens: 1 }, { input: 0.1, output: 0.2 }).cost).toBe(5e-7);
  expect(priced({ inputTokens: 7, outputTokens: 7, estimated: true }, PRICES)).toEqual({
    inputTokens: 7,
    outputTokens: 7,
    estimated: true,
    cost: 0.00000525,
  });
});

it('two calls cost together what each does, where that is known of both', () => {
  const one = { inputTokens: 1, outputTokens: 2, cost: 0.1 };
  const other = { inputTokens: 3, outputTokens: 4, cost: 0.2 };
  expect(sumOfUsage(one, other)).toEqual({ inputTokens: 4, outputTokens: 6, cost: 0.3 });
  expect(sumOfUsage(one, { inputTokens: 3, outputTokens: 4 })).toEqual({
    inputTokens: 4,
    outputTokens: 6,
  });
});

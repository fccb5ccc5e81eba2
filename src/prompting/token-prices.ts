import type { TokenUsage } from '../protocol.js';

/** What a million tokens cost, in any one currency. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

const TOKENS_OF_A_PRICE = 1_000_000;
/** Digits behind the point that a sum of prices keeps: a token costs no less than so much of anything. */
const DIGITS = 9;

/** The same, and what it costs. */
export function priced(usage: TokenUsage, { input, output }: TokenPrices): TokenUsage {
  const cost = (usage.inputTokens * input + usage.outputTokens * output) / TOKENS_OF_A_PRICE;
  return { ...usage, cost: rounded(cost) };
}

/** What two calls of one model took together. */
export function sumOfUsage(a: TokenUsage, b: TokenUsage): TokenUsage {
  const cost =
    a.cost === undefined || b.cost === undefined ? {} : { cost: rounded(a.cost + b.cost) };
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    ...(a.estimated === true || b.estimated === true ? { estimated: true } : {}),
    ...cost,
  };
}

function rounded(cost: number): number {
  return Number(cost.toFixed(DIGITS));
}

import { expect, it } from 'vitest';
import { askPriced, streamPriced } from '../../../src/adapters/chat-model/priced-model.js';
import type { AskChatModel, StreamChatModel } from '../../../src/ports/chat-model.js';
import type { TokenUsage } from '../../../src/protocol.js';

const USAGE = { inputTokens: 1000, outputTokens: 100 };
const PRICES = { input: 2, output: 10 };
const COSTS = { ...USAGE, cost: 0.003 };
const { signal } = new AbortController();

const stream: StreamChatModel = async function* (_turns, { onUsage }) {
  yield await Promise.resolve('Good morning.');
  onUsage?.(USAGE);
};
const ask: AskChatModel = (_prompt, { onUsage }) => {
  onUsage?.(USAGE);
  return Promise.resolve({ text: 'Good morning.' });
};

it.each([
  ['told where prices are known', PRICES, COSTS],
  ['not told where there are none', undefined, USAGE],
])('the cost of a reply is %s', async (_what, prices, expected) => {
  const told: TokenUsage[] = [];
  const onUsage = (usage: TokenUsage): void => void told.push(usage);
  let said = '';
  for await (const piece of streamPriced(prices, stream)([], { signal, onUsage })) said += piece;
  const outcome = await askPriced(prices, ask)('Hello', { timeoutMs: 1, onUsage });
  expect([said, outcome]).toEqual(['Good morning.', { text: 'Good morning.' }]);
  expect(told).toEqual([expected, expected]);
});

it('a reply is heard also where nobody asks what it costs', async () => {
  const pieces: string[] = [];
  for await (const piece of streamPriced(PRICES, stream)([], { signal })) pieces.push(piece);
  expect(pieces).toEqual(['Good morning.']);
  expect(await askPriced(PRICES, ask)('Hello', { timeoutMs: 1 })).toEqual({
    text: 'Good morning.',
  });
});

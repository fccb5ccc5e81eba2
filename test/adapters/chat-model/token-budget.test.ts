import { describe, expect, it } from 'vitest';
import {
  askWithin,
  streamWithin,
  TokenBudget,
} from '../../../src/adapters/chat-model/token-budget.js';
import type { StreamChatModel } from '../../../src/ports/chat-model.js';
import type { TokenUsage } from '../../../src/protocol.js';

const TURNS = [{ role: 'user', content: 'Hello' }] as const;
const { signal } = new AbortController();

/** Says two pieces, and tells twice what they have taken so far. */
const eighty: StreamChatModel = async function* (_turns, { onUsage }) {
  await Promise.resolve();
  yield 'Good ';
  onUsage?.({ inputTokens: 50, outputTokens: 10 });
  yield 'morning.';
  onUsage?.({ inputTokens: 50, outputTokens: 30 });
};

async function hear(stream: StreamChatModel): Promise<string> {
  let text = '';
  for await (const piece of stream(TURNS, { signal })) text += piece;
  return text;
}

describe('a budget of tokens', () => {
  it('is spent by what replies take, and then refuses until the next day', async () => {
    let now = new Date('2026-03-01T10:00:00Z');
    const stream = streamWithin(new TokenBudget(160, () => now), eighty);
    expect(await hear(stream)).toBe('Good morning.');
    expect(await hear(stream)).toBe('Good morning.');
    await expect(hear(stream)).rejects.toMatchObject({
      failure: {
        reason: 'budget-spent',
        message: expect.stringContaining('160 tokens of 2026-03-01 (CHAT_DAILY_TOKENS)') as string,
      },
    });
    now = new Date('2026-03-02T00:00:00Z');
    expect(await hear(stream)).toBe('Good morning.');
  });

  it('lets a reply that has begun come to its end', async () => {
    const stream = streamWithin(new TokenBudget(1, () => new Date(0)), eighty);
    expect(await hear(stream)).toBe('Good morning.');
    await expect(hear(stream)).rejects.toMatchObject({ failure: { reason: 'budget-spent' } });
  });

  it('is shared by what is asked for a whole reply', async () => {
    const budget = new TokenBudget(3, () => new Date(0));
    const ask = askWithin(budget, () => Promise.resolve({ text: 'one two three four' }));
    expect(await ask('Hello', { timeoutMs: 1 })).toEqual({ text: 'one two three four' });
    expect(await ask('Hello', { timeoutMs: 1 })).toMatchObject({
      failure: { reason: 'budget-spent' },
    });
  });

  it('is spent by what a whole reply took as the provider counts it', async () => {
    const budget = new TokenBudget(100, () => new Date(0));
    const told: number[] = [];
    const ask = askWithin(budget, (_prompt, { onUsage }) => {
      onUsage?.({ inputTokens: 40, outputTokens: 20 });
      return Promise.resolve({ text: 'word '.repeat(1000) });
    });
    const options = {
      timeoutMs: 1,
      onUsage: ({ inputTokens }: TokenUsage) => void told.push(inputTokens),
    };
    expect(await ask('Hello', options)).not.toHaveProperty('failure');
    expect(await ask('Hello', options)).not.toHaveProperty('failure');
    expect(await ask('Hello', options)).toMatchObject({ failure: { reason: 'budget-spent' } });
    expect(told).toEqual([40, 40]);
  });
});

import { expect, it } from 'vitest';
import { TokenBudget } from '../../src/adapters/chat-model/token-budget.js';
import { warnOnce } from '../../src/composition/warn-once.js';

it('each kind of failure is told once, and a spent budget once a day', () => {
  const told: string[] = [];
  const warn = warnOnce({ warn: (message) => void told.push(message) }, 'An answer went without.');
  let now = new Date('2026-03-01T10:00:00Z');
  const budget = new TokenBudget(1, () => now);
  for (const day of ['2026-03-01T10:00:00Z', '2026-03-01T23:59:59Z', '2026-03-02T00:00:00Z']) {
    now = new Date(day);
    budget.spend(2);
    for (const failure of [budget.refusal, budget.refusal]) if (failure) warn(failure);
  }
  warn({ message: 'It broke off.' });
  warn({ message: 'It broke off.' });
  expect(told).toEqual([
    expect.stringMatching(/^An answer went without\. The 1 tokens of 2026-03-01 /u),
    expect.stringMatching(/2026-03-02/u),
    'An answer went without. It broke off.',
  ]);
});

import { expect, it } from 'vitest';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from './growth.js';

/** Busy for about that many steps. */
function spin(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += Math.sqrt(i);
  return sum;
}

it('linear work passes', { timeout: 60_000 }, () => {
  const growth = growthPerDoubling({ input: (size) => size, run: (size) => spin(size * 2000) });
  expect(growth).toBeLessThan(MAX_LINEAR_GROWTH);
});

it('work that grows with the square does not', { timeout: 60_000 }, () => {
  const growth = growthPerDoubling({
    input: (size) => size,
    run: (size) => spin(size * size * 24),
  });
  expect(growth).toBeGreaterThan(MAX_LINEAR_GROWTH);
});

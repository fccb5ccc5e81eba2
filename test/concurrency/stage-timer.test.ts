import { expect, test } from 'vitest';
import { onStage, StageTimer, type StageTime } from '../../src/concurrency/stage-timer.js';

/** Keeps the processor for so long. */
function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const told: StageTime[] = [];

function timeOf(stage: StageTime['stage']): number {
  return told.find((time) => time.stage === stage)?.ms ?? NaN;
}

test('a stage is told without what another took within it', async () => {
  onStage((time) => told.push(time));
  const timer = new StageTimer();
  const result = await timer.time('search', async () => {
    work(5);
    await timer.time('embed', () => {
      work(40);
    });
    return 'found';
  });
  expect(result).toBe('found');
  expect(told.map(({ stage }) => stage)).toEqual(['embed', 'search']);
  expect(timeOf('embed')).toBeGreaterThanOrEqual(40);
  expect(timeOf('search')).toBeGreaterThanOrEqual(5);
  expect(timeOf('search')).toBeLessThan(40);
});

test('a stage that fails is told, and fails', async () => {
  told.length = 0;
  const failing = new StageTimer().time('read', () => Promise.reject(new Error('no reader')));
  await expect(failing).rejects.toThrow('no reader');
  expect(told.map(({ stage }) => stage)).toEqual(['read']);
});

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { raceAbort } from '../../src/concurrency/race-abort.js';

const REASON = new Error('nobody waits any more');
const never = (): Promise<never> => new Promise(() => undefined);

test('without an abort the result is the work’s, and so is its failure', async () => {
  const { signal } = new AbortController();
  const failure = new Error('out of ink');
  expect(await raceAbort(Promise.resolve('done'), signal)).toBe('done');
  await expect(raceAbort(Promise.reject(failure), signal)).rejects.toBe(failure);
});

test('an abort ends the wait for work that does not look at the signal', async () => {
  const controller = new AbortController();
  const racing = raceAbort(never(), controller.signal);
  controller.abort(REASON);
  await expect(racing).rejects.toBe(REASON);
});

test('a signal that is aborted already ends it at once', async () => {
  await expect(raceAbort(never(), AbortSignal.abort(REASON))).rejects.toBe(REASON);
});

test('work that fails after the race is lost goes unheard', async () => {
  const controller = new AbortController();
  let fail = (): void => undefined;
  const work = new Promise<never>((_resolve, reject) => {
    fail = () => {
      reject(new Error('too late'));
    };
  });
  const racing = raceAbort(work, controller.signal);
  controller.abort(REASON);
  await expect(racing).rejects.toBe(REASON);
  fail();
  // An unhandled rejection would be reported on the next turn, and fail the run.
  await new Promise(setImmediate);
});

test('a long-lived signal keeps nothing of the races that are over', async () => {
  const { signal } = new AbortController();
  await raceAbort(Promise.resolve(), signal);
  await raceAbort(Promise.reject(new Error('out of ink')), signal).catch(() => undefined);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

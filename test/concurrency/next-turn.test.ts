import { expect, test } from 'vitest';
import { nextTurn } from '../../src/concurrency/next-turn.js';

test('each piece of work has a turn of its own, and whatever has come is attended to between', async () => {
  const happened: string[] = [];
  let isOver = false;
  const attend = (): void => {
    happened.push('-');
    if (!isOver) setImmediate(attend);
  };
  setImmediate(attend);
  const work = async (name: string): Promise<void> => {
    await nextTurn();
    happened.push(`${name}1`);
    await nextTurn();
    happened.push(`${name}2`);
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  isOver = true;
  expect(happened.join('')).toBe('-a1-b1-c1-a2-b2-c2');
});

import { expect, it } from 'vitest';
import { SeriesList } from '../../../src/documents/structure/series-list.js';

function numbersOf(list: SeriesList): string[] {
  return list.all.map(({ members }) => members.map(({ number }) => number).join(' '));
}

it.each([
  ['run on', [1, 2, 3], ['1 2 3']],
  ['begin again', [1, 2, 1, 2], ['1 2', '1 2']],
  ['are no longer a sequence by a misprint', [1, 2, 3, 2, 3, 4], ['1 2 3 4']],
])('numbers that %s: %j', (_what, numbers, expected) => {
  const list = new SeriesList();
  for (const number of numbers) {
    const reading = { alphabet: 'arabic', tuple: [number], inserted: 0 } as const;
    list.add('item', { reading, number: String(number), path: [] }, { enclosed: false });
  }
  expect(numbersOf(list)).toEqual(expected);
});

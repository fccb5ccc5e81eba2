import { expect, test } from 'vitest';
import { shortNames } from '../../src/documents/short-names.js';

const named = (documents: Parameters<typeof shortNames>[0]): string[] => [
  ...shortNames(documents).values(),
];

test('a text is called by its place and year, unless another one is called so as well', () => {
  const rio = { id: 'a', title: 'Rio Declaration', place: 'Rio', date: '1992-06-14' };
  const kyoto = { id: 'b', title: 'Kyoto Protocol', place: 'Kyoto', date: '1997' };
  expect(named([rio, kyoto])).toEqual(['Rio 1992', 'Kyoto 1997']);
  const agenda = { id: 'c', title: 'Agenda 21', place: 'Rio', date: '1992-06' };
  expect(named([rio, kyoto, agenda])).toEqual(['Rio Declaration', 'Kyoto 1997', 'Agenda 21']);
});

test('else by its title, cut at a word', () => {
  const title = 'Convention on the **Conservation** of Migratory Species of Wild Animals';
  expect(named([{ id: 'a', title, date: '1979' }])).toEqual([
    'Convention on the Conservation of …',
  ]);
});

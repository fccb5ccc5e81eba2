import { expect, it } from 'vitest';
import { renderTable, type Column } from '../../src/bin/render-table.js';

interface Boat {
  readonly name: string;
  readonly length: number;
}
const COLUMNS: readonly Column<Boat>[] = [
  { title: 'boat', cell: ({ name }) => name },
  { title: 'metres', align: 'right', cell: ({ length }) => length.toFixed(1) },
  { title: 'notes', cell: ({ length }) => (length > 10 ? 'long' : '') },
];

it('columns are as wide as their widest cell, numbers stand at the right', () => {
  const boats = [
    { name: 'Heron', length: 7.5 },
    { name: 'The Old Swan', length: 12 },
  ];
  expect(renderTable(COLUMNS, boats)).toEqual([
    'boat          metres  notes',
    'Heron            7.5',
    'The Old Swan    12.0  long',
  ]);
});

it('without rows there are the titles', () => {
  expect(renderTable(COLUMNS, [])).toEqual([]);
});

import type { Element } from 'domhandler';
import type { Block } from '../markup/blocks.js';
import { attribute, childOf, childrenOf } from '../markup/xml.js';

/** A cell of more is no cell of a table, but a part of a page. */
const MAX_CELL_CHARACTERS = 2000;

/** A table, or the parts of a page that one is used to place. */
export function readDocxTable(
  table: Element,
  blocksIn: (cell: Element) => readonly Block[],
): readonly Block[] {
  const rows = childrenOf(table, 'tr').map((row) =>
    childrenOf(row, 'tc').map((cell) => ({ cell, blocks: blocksIn(cell) })),
  );
  const all = rows.flat().flatMap(({ blocks }) => blocks);
  if (rows.every((row) => row.length <= 1) || all.some(isPart)) return all;
  const above: string[] = [];
  const texts = rows.map((row) =>
    row.map(({ cell, blocks }, column) => {
      const merged = childOf(childOf(cell, 'tcPr'), 'vMerge');
      const goesOn = merged !== undefined && attribute(merged, 'val') !== 'restart';
      const text = goesOn ? (above[column] ?? '') : blocks.map(wordsOf).filter(Boolean).join(' ');
      above[column] = text;
      return text;
    }),
  );
  return [{ kind: 'table', rows: texts }, ...all.filter(({ kind }) => kind === 'note')];
}

function isPart(block: Block): boolean {
  return (
    block.kind === 'heading' ||
    block.kind === 'table' ||
    (block.kind === 'text' && block.text.length > MAX_CELL_CHARACTERS)
  );
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'item':
      return `${block.marker} ${block.text}`;
    case 'text':
    case 'heading':
      return block.text;
    default:
      return '';
  }
}

import { isTag, type Element } from 'domhandler';
import { elementsOf } from './dom.js';

/** What a table is used for: as one, to set numbers before texts, or to place parts of a page. */
export type ReadTable =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'items'; readonly items: readonly TableItem[] }
  | { readonly kind: 'layout'; readonly cells: readonly Element[] };

export interface TableItem {
  readonly marker: string;
  readonly content: Element;
}

const MARKER = /^(?:[([]?(?:\d{1,4}|\p{L}{1,2}|[ivxlcdm]{1,7})[)\].]{1,2}|[-–—•·])$/iu;
/** A cell of more is no cell of a table, but a part of a page. */
const MAX_CELL_CHARACTERS = 2000;
const MAX_ROWSPAN = 1000;

/** @param textOf the words of a cell */
export function readTable(table: Element, textOf: (cell: Element) => string): ReadTable {
  const rows = rowsOf(table);
  const cells = rows.flat();
  if (rows.every((row) => row.length === 1) || hasParts(table)) {
    const items = rows.map((row) => itemOf(row, textOf));
    const whole = items.filter((item) => item !== undefined);
    return rows.length > 0 && whole.length === items.length
      ? { kind: 'items', items: whole }
      : { kind: 'layout', cells };
  }
  const items = rows.map((row) => itemOf(row, textOf)).filter((item) => item !== undefined);
  if (items.length === rows.length) return { kind: 'items', items };
  const texts = spread(rows, textOf);
  if (texts.flat().some((text) => text.length > MAX_CELL_CHARACTERS)) {
    return { kind: 'layout', cells };
  }
  return { kind: 'rows', rows: texts };
}

/** Those of the table itself, not of tables in it. */
function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[] = [];
  const collect = (element: Element): void => {
    for (const child of element.children) {
      if (!isTag(child)) continue;
      if (child.name === 'tr') rows.push(child);
      else if (/^(?:thead|tbody|tfoot)$/u.test(child.name)) collect(child);
      // What stands over a table is read before it.
      else if (child.name === 'caption') rows.push(child);
    }
  };
  collect(table);
  return rows
    .map((row) =>
      row.name === 'caption'
        ? [row]
        : row.children.filter(
            (child): child is Element => isTag(child) && /^t[dh]$/u.test(child.name),
          ),
    )
    .filter((row) => row.length > 0);
}

function hasParts(table: Element): boolean {
  if (/^(?:presentation|none)$/u.test(table.attribs['role'] ?? '')) return true;
  return [...elementsOf(table)].some(({ name }) => /^(?:table|h[1-6]|ol|ul)$/u.test(name));
}

/** A number in the first cell with words, and its text in the last. */
function itemOf(row: readonly Element[], textOf: (cell: Element) => string): TableItem | undefined {
  const filled = row.filter((cell) => textOf(cell).trim() !== '');
  const [first, content] = filled;
  if (filled.length !== 2 || first === undefined || content === undefined) return undefined;
  const marker = textOf(first).trim();
  return MARKER.test(marker) ? { marker, content } : undefined;
}

/** A cell that reaches over rows is read in each. */
function spread(
  rows: readonly (readonly Element[])[],
  textOf: (cell: Element) => string,
): readonly (readonly string[])[] {
  const held: { text: string; rows: number }[] = [];
  return rows.map((row) => {
    const texts: string[] = [];
    const cells = [...row];
    for (let column = 0; cells.length > 0 || (held[column]?.rows ?? 0) > 0; column += 1) {
      const above = held[column];
      if (above !== undefined && above.rows > 0) {
        above.rows -= 1;
        texts.push(above.text);
        continue;
      }
      const cell = cells.shift();
      if (cell === undefined) break;
      const text = textOf(cell);
      texts.push(text);
      const span = Math.min(Number(cell.attribs['rowspan'] ?? '1') || 1, MAX_ROWSPAN);
      held[column] = { text, rows: span - 1 };
    }
    return texts;
  });
}

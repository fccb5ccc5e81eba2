import type { LineMarks } from './line-marks.js';
import type { Line } from './lines.js';

const CELL_END = /\s\|\s/gu;

/** How many cells the line has; 0 where it is no row of a table. */
function cellsOf({ words }: Line): number {
  const bare = words.replace(/^\|\s?|\s?\|$/g, '');
  const ends = [...bare.matchAll(CELL_END)].length;
  return ends === 0 && bare === words ? 0 : ends + 1;
}

/**
 * The rows of the tables of a text, `a | b` or `| a | b |`: lines one below the other with as many
 * cells. The first of each table is its head.
 */
export function tableRows(
  lines: readonly Line[],
  all: readonly LineMarks[],
): ReadonlyMap<number, 'head' | 'row'> {
  const rows = new Map<number, 'head' | 'row'>();
  const cells = lines.map((line, index) =>
    all[index]?.kind === 'wording' && all[index].level === undefined ? cellsOf(line) : 0,
  );
  const next = (index: number): number => {
    let at = index + 1;
    // The line of dashes below the head of a table in Markdown.
    while (all[at]?.kind === 'rule' && lines[at]?.gapBefore === false) at += 1;
    return at;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const count = cells[index] ?? 0;
    if (count < 2) continue;
    const below = next(index);
    if (cells[below] !== count || lines[below]?.gapBefore !== false) continue;
    rows.set(index, 'head');
    let at = below;
    for (; cells[at] === count && lines[at]?.gapBefore === false; at = next(at)) {
      rows.set(at, 'row');
    }
    index = at - 1;
  }
  return rows;
}

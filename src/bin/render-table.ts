/** A column of a table for the terminal. */
export interface Column<Row> {
  readonly title: string;
  /** Numbers stand at the right of their column. */
  readonly align?: 'left' | 'right';
  readonly cell: (row: Row) => string;
}

/**
 * Lines with aligned columns, titles first, two blanks between them; the last column runs as wide
 * as it likes. No lines where there are no rows.
 */
export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, at) =>
        columns[at]?.align === 'right'
          ? cell.padStart(widths[at] ?? 0)
          : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

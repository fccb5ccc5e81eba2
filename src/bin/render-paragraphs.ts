import { printableLine } from '../documents/printable-line.js';
import type { IndexedDocument, Paragraph } from '../types.js';
import { renderTable, type Column } from './render-table.js';

/** Columns are cut here: the words of a paragraph need the room. */
const MAX_LABEL = 24;
const MAX_SECTION = 40;
/** At least so many characters of a paragraph are shown, however narrow the terminal. */
const MIN_WORDS = 20;
const INDENT = '  ';

/** A document's paragraphs as they will be cited, a line each, and what may be wrong with them. */
export function renderParagraphs(
  document: IndexedDocument,
  { width, warnings }: { readonly width: number; readonly warnings: readonly string[] },
): string {
  const { id, title, file, loader, paragraphs } = document;
  const from = [file, loader].filter((part) => part !== undefined).join(', ');
  const table = renderTable(columnsFor(paragraphs, width), paragraphs);
  return [
    printableLine(`${id}: ${title}${from === '' ? '' : ` (${from})`}`),
    ...table.map((line) => INDENT + line),
    ...warnings
      .map((warning) => printableLine(`${INDENT}Check: ${warning}`))
      .map((line) => INDENT + line.trim()),
  ].join('\n');
}

function columnsFor(paragraphs: readonly Paragraph[], width: number): Column<Paragraph>[] {
  const fixed: Column<Paragraph>[] = [
    { title: 'Paragraph', cell: ({ label }) => cut(label, MAX_LABEL) },
    ...(paragraphs.some(({ page }) => page !== undefined)
      ? [
          {
            title: 'Page',
            align: 'right' as const,
            cell: ({ page = '' }: Paragraph) => cut(page, 8),
          },
        ]
      : []),
    { title: 'Section', cell: ({ section }) => cut(section.at(-1) ?? '', MAX_SECTION) },
  ];
  const taken = fixed.reduce(
    (sum, { title, cell }) => sum + 2 + longest([title, ...paragraphs.map(cell)]),
    INDENT.length,
  );
  const room = Math.max(MIN_WORDS, width - taken);
  return [...fixed, { title: 'Words', cell: ({ text }) => cut(text, room) }];
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function cut(text: string, room: number): string {
  const line = printableLine(text);
  return line.length <= room ? line : `${line.slice(0, room - 1).toWellFormed()}…`;
}

import { MEASURES } from '../measures.js';
import type { AblationRow, Report } from '../report.js';
import { failuresOf, type Failure } from './failures.js';
import {
  formatFigure,
  formatInterval,
  formatValue,
  INTERVAL_MEASURES,
  PROMISE_MEASURES,
  TABLE_MEASURES,
} from './format.js';

const GAP = '  ';

/** The report for a terminal. */
export function renderText(report: Report): string {
  const kinds = [{ kind: 'all', figures: report.all }, ...report.byKind];
  const figures = [
    ['', ...TABLE_MEASURES.map((name) => MEASURES[name].label)],
    ...kinds.map(({ kind, figures: of }) => [
      kind,
      ...TABLE_MEASURES.map((name) => formatFigure(of, name)),
    ]),
  ];
  const intervals = INTERVAL_MEASURES.flatMap((name) => {
    const interval = report.intervals[name];
    return interval === undefined
      ? []
      : [
          [
            MEASURES[name].label,
            formatFigure(report.all, name),
            formatInterval(interval),
            MEASURES[name].meaning,
          ],
        ];
  });
  const promises = PROMISE_MEASURES.map(
    (name) => `${formatFigure(report.all, name)} ${MEASURES[name].meaning.replace(/;.*$/u, '')}`,
  );
  return [
    `${report.questionFile} · ${report.embeddingModel} · ${report.documents.join(', ')}`,
    align(figures),
    align([['', 'all', '95 % interval', ''], ...intervals], [3]),
    promises.join(' · '),
    ...(report.ablation === undefined ? [] : [renderAblation(report.ablation)]),
  ]
    .map(readable)
    .join('\n\n');
}

export function renderAblation(rows: readonly AblationRow[]): string {
  const yesNo = (value: boolean): string => (value ? 'with' : '–');
  const cells = rows.map(({ questions, headings, arm, figures, mrrDifference }) => [
    yesNo(questions),
    yesNo(headings),
    arm,
    ...[figures.hitAt1, figures.hitAt5, figures.mrrAt10, figures.ndcgAt10].map((value) =>
      formatValue(value, 'share'),
    ),
    formatInterval(mrrDifference),
  ]);
  return align(
    [
      [
        'questions',
        'headings',
        'arm',
        'hit@1',
        'hit@5',
        'MRR@10',
        'nDCG@10',
        'MRR less the whole’s',
      ],
      ...cells,
    ],
    [1, 2],
  );
}

/** The first failures, at most `limit`. */
export function renderFailures(report: Report, limit: number): string {
  return failuresOf(report.outcomes)
    .slice(0, limit)
    .map((failure) => readable(renderFailure(failure)))
    .join('\n\n');
}

function renderFailure({
  id,
  kind,
  question,
  history,
  what,
  wantedParagraphs,
  wantedFacts,
  found,
  cited,
  answer,
}: Failure): string {
  const places = found.map(({ place, right }) => (right ? `${place} ✓` : place)).join(', ');
  return [
    `${id} (${kind}) ${question}`,
    ...history.map((turn) => `  after ${turn}`),
    `  ${what}`,
    `  wanted: ${[...wantedParagraphs, ...wantedFacts.map((fact) => `“${fact}”`)].join(', ') || 'no answer'}`,
    `  found:  ${places || 'nothing'}`,
    `  cited:  ${cited.join(', ') || 'nothing'}`,
    `  answer: ${answer.replace(/\s+/gu, ' ')}`,
  ].join('\n');
}

/** Columns side by side: the first and those named from the left, the others from the right. */
function align(rows: readonly (readonly string[])[], leftColumns: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || leftColumns.includes(column)
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Without the control characters by which a question set or a text could write to the terminal more
 * than words.
 */
function readable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '');
}

import type { Outcome } from './ask-texts.js';

/** An outcome, and whether the question would have been answered. */
interface Judged extends Outcome {
  readonly set: string;
  readonly answered: boolean;
}

/** A table of what was found, shown and refused, by set and by kind of question. */
export function renderFigures(rows: readonly Judged[]): string {
  const lines = [
    '| questions | answerable | hit@1 | hit@5 | shown | words | wrongly refused | refused of the rest |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const set of new Set(rows.map((row) => row.set))) {
    const ofSet = rows.filter((row) => row.set === set);
    lines.push(line(set, ofSet));
    for (const kind of new Set(ofSet.map((row) => row.kind))) {
      lines.push(
        line(
          `${set}: ${kind}`,
          ofSet.filter((row) => row.kind === kind),
        ),
      );
    }
  }
  return lines.join('\n');
}

function line(name: string, rows: readonly Judged[]): string {
  const answerable = rows.filter((row) => row.answerable);
  const judged = answerable.filter(({ gold }) => gold.length > 0);
  const others = rows.filter((row) => !row.answerable);
  const figures = [
    `${answerable.length} of ${rows.length}`,
    share(judged, ({ rank }) => rank === 1),
    share(judged, ({ rank }) => rank !== undefined && rank <= 5),
    share(judged, ({ shown }) => shown),
    judged.length === 0
      ? ''
      : (judged.reduce((sum, { words }) => sum + words, 0) / judged.length).toFixed(0),
    share(answerable, ({ answered }) => !answered),
    share(others, ({ answered }) => !answered),
  ];
  return `| ${[name, ...figures].join(' | ')} |`;
}

function share(rows: readonly Judged[], holds: (row: Judged) => boolean): string {
  return rows.length === 0 ? '' : (rows.filter(holds).length / rows.length).toFixed(3);
}

import { html, type Html } from '../../src/server/pages/markup.js';
import { MEASURES, type MeasureName } from '../measures.js';
import type { AblationRow, Report } from '../report.js';
import { barChart } from './bar-chart.js';
import { hitCurve, riskCoverageCurve } from './curves.js';
import { failuresOf, type Failure } from './failures.js';
import {
  formatFigure,
  formatInterval,
  formatValue,
  INTERVAL_MEASURES,
  PROMISE_MEASURES,
  TABLE_MEASURES,
} from './format.js';
import { STYLE } from './style.js';

/** The figures that come first, in words that fit a tile. */
const TILES = [
  ['hitAt1', 'hit@1'],
  ['hitAt5', 'hit@5'],
  ['mrrAt10', 'MRR@10'],
  ['correct', 'correct answers'],
  ['citationPrecision', 'citation precision'],
  ['citationRecall', 'citation recall'],
  ['wrongRefusal', 'refused, wrongly'],
  ['refusal', 'refused, rightly'],
] as const satisfies readonly (readonly [MeasureName, string])[];

/** Marks the row of a table that stands for the whole. */
const WHOLE = html` class="whole"`;

/** The report as one page that needs nothing beside itself: no script, nothing fetched. All words in it are escaped. */
export function renderHtml(report: Report): string {
  const failures = failuresOf(report.outcomes);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Evaluation of ${report.questionFile}</title>
${STYLE}
</head>
<body>
<h1>Evaluation</h1>
<p class="quiet">${report.all.questions} questions of ${report.questionFile},
asked of ${report.documents.join(', ')} with ${report.embeddingModel},
${report.madeAt.slice(0, 16).replace('T', ' ')} UTC</p>
<dl class="tiles">${TILES.map((entry) => tile(report, entry))}</dl>
<p>Promises broken, which should be none: ${PROMISE_MEASURES.map((name, i) => promise(report, name, i))}.</p>
<h2>By kind of question</h2>
${kindBars(report)}
${kindTable(report)}
${report.hitCurve.length > 0 ? hitCurve(report) : undefined}
${riskCoverageCurve(report)}
${report.ablation && ablationTable(report.ablation)}
<h2>All figures</h2>
${figureTable(report)}
<h2>Failures</h2>
<p>${failures.length} of ${report.all.questions} questions:
not answered with every fact wanted and a right citation, or answered though the texts do not say.</p>
${failures.map(failureEntry)}
</body>
</html>
`;
  return page.markup;
}

function tile({ all, intervals }: Report, [name, label]: (typeof TILES)[number]): Html {
  const interval = intervals[name];
  const range = interval && html`<dd class="range">${formatInterval(interval)}</dd>`;
  return html`<div title="${MEASURES[name].meaning}">
<dt>${label}</dt><dd>${formatFigure(all, name)}</dd>${range}</div>`;
}

function promise({ all }: Report, name: (typeof PROMISE_MEASURES)[number], at: number): Html {
  const broken = MEASURES[name].meaning.replace(/;.*$/u, '');
  return html`${at > 0 ? ', ' : undefined}<b>${formatFigure(all, name)}</b> ${broken}`;
}

function kindBars({ byKind }: Report): Html {
  const groups = byKind.map(({ kind, figures }) => ({
    label: `${kind} (${figures.questions ?? 0})`,
    values: [figures.hitAt5, figures.correct, figures.refusal],
  }));
  const chart = barChart({
    description:
      'For each kind of question: hit@5, correct answers, ' +
      'and refusals of what the texts do not answer.',
    series: ['hit@5', 'correct', 'refused, rightly'],
    groups,
  });
  return html`<figure class="wide">${chart}</figure>`;
}

function kindTable({ all, byKind }: Report): Html {
  const heads = TABLE_MEASURES.map(
    (name) => html`<th title="${MEASURES[name].meaning}">${MEASURES[name].label}</th>`,
  );
  const rows = [{ kind: 'all', figures: all }, ...byKind].map(({ kind, figures }, i) => {
    const cells = TABLE_MEASURES.map((name) => html`<td>${formatFigure(figures, name)}</td>`);
    return html`<tr${i === 0 ? WHOLE : undefined}><td>${kind}</td>${cells}</tr>`;
  });
  return html`<div class="wide"><table><thead><tr><th>kind</th>${heads}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function figureTable({ all, intervals }: Report): Html {
  const rows = INTERVAL_MEASURES.map((name) => {
    const interval = intervals[name];
    return html`<tr><td>${MEASURES[name].label}</td><td>${formatFigure(all, name)}</td>
<td>${interval && formatInterval(interval)}</td><td class="words">${MEASURES[name].meaning}</td></tr>`;
  });
  return html`<div class="wide"><table>
<thead><tr><th>figure</th><th>all</th><th>95 % interval</th><th class="words">meaning</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p class="quiet">Retrieval and answers are judged over all answerable questions: a refusal counts as wrong.
Citations and sentences are judged over the answers given.
Intervals are percentile bootstrap intervals over questions.</p>`;
}

function ablationTable(rows: readonly AblationRow[]): Html {
  const lines = rows.map(({ questions, headings, arm, figures, mrrDifference }, i) => {
    const { hitAt1, hitAt5, mrrAt10, ndcgAt10 } = figures;
    const cells = [hitAt1, hitAt5, mrrAt10, ndcgAt10].map(
      (value) => html`<td>${formatValue(value, 'share')}</td>`,
    );
    return html`<tr${i === rows.length - 1 ? WHOLE : undefined}><td>${arm}</td>
<td>${questions ? 'with' : '–'}</td><td>${headings ? 'with' : '–'}</td>
${cells}<td>${formatInterval(mrrDifference)}</td></tr>`;
  });
  return html`<h2>With parts of the retriever left out</h2>
<div class="wide"><table><thead><tr><th>arm</th><th>expansion questions</th><th>headings</th>
<th>hit@1</th><th>hit@5</th><th>MRR@10</th><th>nDCG@10</th>
<th>MRR less the whole’s, 95 % interval</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

function failureEntry({
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
}: Failure): Html {
  const places = found.map(
    ({ place, right }, i) =>
      html`${i > 0 ? ', ' : undefined}${right ? html`<span class="right">${place} ✓</span>` : place}`,
  );
  const line = (term: string, value: string | Html | readonly Html[]): Html =>
    html`<dt>${term}</dt><dd>${value}</dd>`;
  const wanted = [...wantedParagraphs, ...wantedFacts.map((fact) => `“${fact}”`)].join(', ');
  return html`<details><summary>${question} <span class="quiet">${id}, ${kind}: ${what}</span></summary><dl>
${history.map((turn) => line('after', turn))}
${line('wanted', wanted || 'no answer')}
${line('found', places)}
${line('cited', cited.join(', ') || 'nothing')}
${line('answer', answer)}
</dl></details>`;
}

import { html, type Html } from '../../src/server/pages/markup.js';
import type { Report } from '../report.js';
import { lineChart, type ChartAxis } from './line-chart.js';

const DIGITS = 2;
const STEP = 0.1;

/** How often what an answer needs is among the first k. */
export function hitCurve({ hitCurve: points }: Report): Html {
  const lowest = Math.min(...points.flatMap(({ first, complete }) => [first, complete]));
  const chart = lineChart({
    description:
      'Share of the answerable questions of which the first right paragraph, ' +
      'and all paragraphs needed, are among the first k.',
    x: {
      label: 'k, paragraphs looked at',
      from: 1,
      to: points.length,
      ticks: points.map(({ k }) => k),
    },
    y: { label: 'share of answerable questions', ...sharesFrom(Math.floor(lowest / STEP) * STEP) },
    series: [
      {
        name: 'a right paragraph among the first k',
        dots: true,
        points: points.map(({ k, first }) => ({
          x: k,
          y: first,
          label: `${first.toFixed(DIGITS)} at k = ${k}`,
        })),
      },
      {
        name: 'all that the answer needs',
        dots: true,
        points: points.map(({ k, complete }) => ({
          x: k,
          y: complete,
          label: `${complete.toFixed(DIGITS)} at k = ${k}`,
        })),
      },
    ],
  });
  return html`<h2>Found among the first k</h2><figure class="wide">${chart}</figure>`;
}

/** How wrong answers grow rarer when only the surest are given. */
export function riskCoverageCurve({ riskCoverage: points, operatingPoint, all }: Report): Html {
  const highest = Math.max(STEP, ...points.map(({ risk }) => risk));
  const top = Math.min(1, Math.ceil(highest / STEP) * STEP);
  const chart = lineChart({
    description:
      'Share of wrong answers by the share of questions answered, from the surest answers to all.',
    x: { label: 'coverage: share of all questions answered', ...sharesFrom(0) },
    y: { label: 'risk: share of answers wrong', from: 0, to: top, ticks: ticksBetween(0, top) },
    series: [
      {
        name: 'risk',
        dots: false,
        points: points.map(({ coverage, risk, confidence }) => ({
          x: coverage,
          y: risk,
          label: `risk ${risk.toFixed(DIGITS)} at confidence ${confidence.toFixed(DIGITS)}`,
        })),
      },
    ],
    ...(operatingPoint === undefined
      ? {}
      : {
          mark: {
            x: operatingPoint.coverage,
            y: operatingPoint.risk,
            label:
              `as configured: ${operatingPoint.risk.toFixed(DIGITS)} ` +
              `at ${operatingPoint.coverage.toFixed(DIGITS)}`,
          },
        }),
  });
  return html`<h2>Risk and coverage</h2>
<p>Questions are answered from the one the system is surest of to the one it is least sure of.
An answer is wrong when a fact wanted is missing, or when the texts do not answer the question.
The mean risk over all coverages (AURC) is ${(all.riskArea ?? 0).toFixed(DIGITS)}.</p>
<figure class="wide">${chart}</figure>`;
}

function sharesFrom(from: number): Omit<ChartAxis, 'label'> {
  return { from, to: 1, ticks: ticksBetween(from, 1) };
}

function ticksBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.round((to - from) / STEP) + 1 }, (_, i) =>
    Number((from + i * STEP).toFixed(1)),
  );
}

import { MEASURES, type Measure, type MeasureName } from '../measures.js';
import type { Interval } from '../metrics/bootstrap.js';
import type { Figures } from '../report.js';

const SHARE_DIGITS = 3;

/** A dash where there is nothing to tell. */
export function formatValue(value: number | undefined, unit: Measure['unit']): string {
  if (value === undefined) return '–';
  if (unit === 'share') return value.toFixed(SHARE_DIGITS);
  return unit === 'ms' ? value.toFixed(1) : String(value);
}

export function formatFigure(figures: Figures, name: MeasureName): string {
  return formatValue(figures[name], MEASURES[name].unit);
}

export function formatInterval({ low, high }: Interval): string {
  return `${low.toFixed(SHARE_DIGITS)} … ${high.toFixed(SHARE_DIGITS)}`;
}

/** What the tables show of each kind of question; everything else stands in the JSON. */
export const TABLE_MEASURES = [
  'questions',
  'hitAt1',
  'hitAt5',
  'mrrAt10',
  'ndcgAt10',
  'correct',
  'citationHit',
  'citationPrecision',
  'wrongRefusal',
  'refusal',
  'medianWords',
  'searchMsP50',
] as const satisfies readonly MeasureName[];

/** Those whose uncertainty is shown beside them. */
export const INTERVAL_MEASURES = [
  'hitAt1',
  'hitAt5',
  'hitAt10',
  'recallAt10',
  'mrrAt10',
  'ndcgAt10',
  'correct',
  'citationHit',
  'citationPrecision',
  'citationRecall',
  'citedSentences',
  'wrongRefusal',
  'refusal',
  'riskArea',
] as const satisfies readonly MeasureName[];

/** Each should be 0. */
export const PROMISE_MEASURES = [
  'danglingMarkers',
  'unusedCitations',
  'inventedQuotes',
] as const satisfies readonly MeasureName[];

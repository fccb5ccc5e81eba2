import type { Arm } from './retrieval-variants.js';
import { MEASURES, MEASURE_NAMES, riskCoverageOf, type MeasureName } from './measures.js';
import { bootstrapInterval, type Interval } from './metrics/bootstrap.js';
import { mean } from './metrics/mean.js';
import { hitAtK } from './metrics/ranking.js';
import type { RiskCoveragePoint } from './metrics/risk-coverage.js';
import { SEARCH_DEPTH, type Outcome } from './outcome.js';

/** Values by measure; absent where the questions give nothing to compute one from. */
export type Figures = Readonly<Partial<Record<MeasureName, number>>>;

/**
 * Share of the answerable questions whose first right paragraph, and whose last needed one, is
 * among the first `k`.
 */
export interface HitCurvePoint {
  readonly k: number;
  readonly first: number;
  readonly complete: number;
}

/** One configuration of the retriever on the same questions. */
export interface AblationRow {
  readonly questions: boolean;
  readonly headings: boolean;
  readonly arm: Arm;
  readonly figures: Required<Pick<Figures, 'hitAt1' | 'hitAt5' | 'mrrAt10' | 'ndcgAt10'>>;
  /** 95 % interval of its MRR@10 less that of the whole retriever, question by question. */
  readonly mrrDifference: Interval;
}

/** What is known of how a report was made. */
export interface Setting {
  readonly questionFile: string;
  readonly embeddingModel: string;
  /** Ids of the documents that were asked. */
  readonly documents: readonly string[];
  /** ISO 8601. */
  readonly madeAt: string;
}

export interface Report extends Setting {
  readonly all: Figures;
  /** 95 % bootstrap intervals of the figures over all questions. */
  readonly intervals: Readonly<Partial<Record<MeasureName, Interval>>>;
  /** In the order in which the kinds occur, those of answerable questions first. */
  readonly byKind: readonly { readonly kind: string; readonly figures: Figures }[];
  readonly hitCurve: readonly HitCurvePoint[];
  readonly riskCoverage: readonly RiskCoveragePoint[];
  /**
   * Where on that plane the system stands as it is configured; absent where it answered nothing.
   */
  readonly operatingPoint?: Omit<RiskCoveragePoint, 'confidence'>;
  readonly outcomes: readonly Outcome[];
  readonly ablation?: readonly AblationRow[];
}

export function summarize(outcomes: readonly Outcome[], setting: Setting): Report {
  const answerableFirst = outcomes.toSorted(
    (a, b) => Number(b.question.answerable) - Number(a.question.answerable),
  );
  const kinds = [...new Set(answerableFirst.map(({ question }) => question.kind))];
  const operatingPoint = operatingPointOf(outcomes);
  return {
    ...setting,
    all: figuresOf(outcomes),
    intervals: intervalsOf(outcomes),
    byKind: kinds.map((kind) => ({
      kind,
      figures: figuresOf(outcomes.filter(({ question }) => question.kind === kind)),
    })),
    hitCurve: hitCurveOf(outcomes),
    riskCoverage: riskCoverageOf(outcomes),
    ...(operatingPoint === undefined ? {} : { operatingPoint }),
    outcomes,
  };
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  return byMeasure((name) => MEASURES[name].of(outcomes));
}

/**
 * Whether something went wrong with a question: not answered rightly with a right citation, or
 * answered though it should not be.
 */
export function isFailure({ question, observation, answer }: Outcome): boolean {
  return question.answerable
    ? answer?.correct !== true || !answer.citationHit
    : observation.reply.answered;
}

function intervalsOf(outcomes: readonly Outcome[]): Report['intervals'] {
  return byMeasure((name) =>
    MEASURES[name].interval ? bootstrapInterval(outcomes, MEASURES[name].of) : undefined,
  );
}

function byMeasure<Value>(
  valueOf: (name: MeasureName) => Value | undefined,
): Partial<Record<MeasureName, Value>> {
  const values: Partial<Record<MeasureName, Value>> = {};
  for (const name of MEASURE_NAMES) {
    const value = valueOf(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function hitCurveOf(outcomes: readonly Outcome[]): HitCurvePoint[] {
  const rankings = outcomes.flatMap(({ ranking }) => ranking ?? []);
  if (rankings.length === 0) return [];
  return Array.from({ length: SEARCH_DEPTH }, (_, i) => {
    const k = i + 1;
    return {
      k,
      first: mean(rankings.map(({ firstRank }) => hitAtK(firstRank, k))) ?? 0,
      complete: mean(rankings.map(({ completeRank }) => hitAtK(completeRank, k))) ?? 0,
    };
  });
}

function operatingPointOf(outcomes: readonly Outcome[]): Report['operatingPoint'] {
  const given = outcomes.filter(({ observation }) => observation.reply.answered);
  if (given.length === 0) return undefined;
  return {
    coverage: given.length / outcomes.length,
    risk: given.filter(({ answer }) => answer?.correct !== true).length / given.length,
  };
}

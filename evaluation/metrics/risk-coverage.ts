/** An answer with how sure the system was of it, 0 to 1, and whether it was right. */
export interface ConfidentAnswer {
  readonly confidence: number;
  readonly right: boolean;
}

/** What happens when only answers of at least this confidence are given. */
export interface RiskCoveragePoint {
  readonly confidence: number;
  /** Share of the questions that are answered, above 0 to 1. */
  readonly coverage: number;
  /** Share of the answers given that are wrong, 0 to 1. */
  readonly risk: number;
}

/**
 * The risk–coverage curve: one point for each confidence that occurs, from the surest answer alone
 * to all of them. Equally sure answers are given together, so the order of the input does not
 * matter. After El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification"
 * (JMLR 2010).
 */
export function riskCoverage(answers: readonly ConfidentAnswer[]): RiskCoveragePoint[] {
  const sorted = [...answers].sort((a, b) => b.confidence - a.confidence);
  const points: RiskCoveragePoint[] = [];
  let wrong = 0;
  sorted.forEach(({ confidence, right }, i) => {
    if (!right) wrong += 1;
    if (sorted[i + 1]?.confidence === confidence) return;
    points.push({ confidence, coverage: (i + 1) / sorted.length, risk: wrong / (i + 1) });
  });
  return points;
}

/** Mean risk over all coverages, 0 to 1, lower is better; undefined where there is no point. */
export function areaUnderRiskCoverage(points: readonly RiskCoveragePoint[]): number | undefined {
  if (points.length === 0) return undefined;
  return points.reduce(
    (area, { coverage, risk }, i) => area + risk * (coverage - (points[i - 1]?.coverage ?? 0)),
    0,
  );
}

/**
 * One observation: features in a fixed order, whether the answer is yes, and how much it counts.
 */
export interface Observation {
  readonly features: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

export interface LogisticRegression {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const ITERATIONS = 6000;
const LEARNING_RATE = 0.5;
/** Ridge penalty on the standardised weights, per unit of observation weight. */
const PENALTY = 1e-3;

/**
 * Ridge logistic regression by gradient descent on standardised features; the weights returned are
 * for the raw ones.
 */
export function fitLogisticRegression(observations: readonly Observation[]): LogisticRegression {
  const width = observations[0]?.features.length ?? 0;
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const columns = Array.from({ length: width }, (_, j) => standardise(observations, j, total));
  let intercept = 0;
  const weights = new Array<number>(width).fill(0);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    let interceptGradient = 0;
    const gradient = weights.map((weight) => PENALTY * weight);
    observations.forEach(({ positive, weight }, i) => {
      const logit = weights.reduce(
        (sum, value, j) => sum + value * (columns[j]?.values[i] ?? 0),
        intercept,
      );
      const residual = ((1 / (1 + Math.exp(-logit)) - (positive ? 1 : 0)) * weight) / total;
      interceptGradient += residual;
      for (let j = 0; j < width; j++) {
        gradient[j] = (gradient[j] ?? 0) + residual * (columns[j]?.values[i] ?? 0);
      }
    });
    intercept -= LEARNING_RATE * interceptGradient;
    gradient.forEach((slope, j) => {
      weights[j] = (weights[j] ?? 0) - LEARNING_RATE * slope;
    });
  }
  const raw = weights.map((weight, j) => weight / (columns[j]?.deviation ?? 1));
  return {
    intercept: raw.reduce((sum, weight, j) => sum - weight * (columns[j]?.mean ?? 0), intercept),
    weights: raw,
  };
}

interface Column {
  readonly mean: number;
  readonly deviation: number;
  readonly values: readonly number[];
}

function standardise(observations: readonly Observation[], j: number, total: number): Column {
  const mean =
    observations.reduce((sum, { features, weight }) => sum + weight * (features[j] ?? 0), 0) /
    total;
  const variance =
    observations.reduce(
      (sum, { features, weight }) => sum + weight * ((features[j] ?? 0) - mean) ** 2,
      0,
    ) / total;
  const deviation = Math.sqrt(variance) || 1;
  return {
    mean,
    deviation,
    values: observations.map(({ features }) => ((features[j] ?? 0) - mean) / deviation),
  };
}

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

/** Newton's steps; the last ones no longer change a digit that is kept. */
const STEPS = 25;

/**
 * Ridge logistic regression by Newton's method on standardised features; the weights returned are for
 * the raw ones.
 * @param penalty of the ridge, on standardised weights, per unit of observation weight; above 0
 */
export function fitLogisticRegression(
  observations: readonly Observation[],
  penalty: number,
): LogisticRegression {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const { means, deviations, rows } = standardise(observations, total);
  // The last is the intercept, which nothing holds back.
  const width = means.length + 1;
  const beta = new Float64Array(width);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((value, j) => (j < means.length ? penalty * value : 0));
    const hessian = Array.from({ length: width }, (_, j) => {
      const row = new Float64Array(width);
      row[j] = j < means.length ? penalty : 0;
      return row;
    });
    observations.forEach(({ positive, weight }, i) => {
      const row = rows[i] ?? new Float64Array(width);
      let logit = 0;
      for (let j = 0; j < width; j++) logit += (beta[j] ?? 0) * (row[j] ?? 0);
      const probability = 1 / (1 + Math.exp(-logit));
      const share = weight / total;
      const residual = (probability - Number(positive)) * share;
      const curve = Math.max(probability * (1 - probability), 1e-9) * share;
      for (let j = 0; j < width; j++) {
        const value = row[j] ?? 0;
        gradient[j] = (gradient[j] ?? 0) + residual * value;
        const line = hessian[j] ?? row;
        for (let k = 0; k <= j; k++) line[k] = (line[k] ?? 0) + curve * value * (row[k] ?? 0);
      }
    });
    const change = solve(hessian, gradient);
    for (let j = 0; j < width; j++) beta[j] = (beta[j] ?? 0) - (change[j] ?? 0);
  }
  const weights = deviations.map((deviation, j) => (beta[j] ?? 0) / deviation);
  return {
    intercept: weights.reduce(
      (sum, weight, j) => sum - weight * (means[j] ?? 0),
      beta[width - 1] ?? 0,
    ),
    weights,
  };
}

interface Standardised {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** A row for each observation, 1 at its end. */
  readonly rows: readonly Float64Array[];
}

function standardise(observations: readonly Observation[], total: number): Standardised {
  const width = observations[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => j);
  const sumOf = (of: (features: readonly number[]) => number): number =>
    observations.reduce((sum, { features, weight }) => sum + weight * of(features), 0) / total;
  const means = columns.map((j) => sumOf((features) => features[j] ?? 0));
  const deviations = columns.map(
    (j) => Math.sqrt(sumOf((features) => ((features[j] ?? 0) - (means[j] ?? 0)) ** 2)) || 1,
  );
  const rows = observations.map(({ features }) =>
    Float64Array.from([
      ...columns.map((j) => ((features[j] ?? 0) - (means[j] ?? 0)) / (deviations[j] ?? 1)),
      1,
    ]),
  );
  return { means, deviations, rows };
}

/** Of a symmetric positive matrix, of which the lower half is given: Cholesky's, in place. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0;
  const width = matrix.length;
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  });
  const solution = Float64Array.from(right);
  for (let i = 0; i < width; i++) {
    let sum = solution[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  for (let i = width - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < width; k++) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Undefined where there is nothing to take a mean of. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sum(values) / values.length;
}

/** Sum of one over sum of the other: a mean in which every part weighs by its size. */
export function ratio(
  numerators: readonly number[],
  denominators: readonly number[],
): number | undefined {
  const whole = sum(denominators);
  return whole === 0 ? undefined : sum(numerators) / whole;
}

/**
 * The value below which a share `p` (0 to 1) of the others lies; one of the values, never between
 * two.
 */
export function quantile(values: readonly number[], p: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
}

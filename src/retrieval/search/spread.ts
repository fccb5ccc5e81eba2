import { USUAL_SPREAD } from '../settings.js';

/** Mean and deviation of cosines. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** Of few cosines nearer to what is usual. */
export function spreadOf(some: ArrayLike<number>): Spread {
  const cosines = Float64Array.from(some);
  const { count, mean: usual, deviation: usualDeviation } = USUAL_SPREAD;
  const total = cosines.length + count;
  const mean = (cosines.reduce((sum, each) => sum + each, 0) + count * usual) / total;
  const squares = cosines.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt((squares + count * usualDeviation ** 2) / total) };
}

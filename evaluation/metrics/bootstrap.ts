/** From `low` to `high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Enough for ends that hold still in the second decimal. */
const RESAMPLES = 1000;
const SEED = 20_210_917;
/** 95 % lie between. */
const TAIL = 0.025;

/**
 * The 95 % percentile bootstrap interval of a statistic: how far it would vary had other questions
 * of the same sort been asked. The seed is fixed, so the same rows give the same interval. After
 * Efron, "Bootstrap Methods: Another Look at the Jackknife" (1979).
 * @param statistic undefined where it cannot be computed from the rows drawn; such draws are left
 *   out
 */
export function bootstrapInterval<Row>(
  rows: readonly Row[],
  statistic: (sample: readonly Row[]) => number | undefined,
): Interval | undefined {
  if (rows.length === 0 || statistic(rows) === undefined) return undefined;
  const random = seededRandom(SEED);
  const drawn: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const sample = rows.map(() => rows[Math.floor(random() * rows.length)] as Row);
    const value = statistic(sample);
    if (value !== undefined) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const at = (p: number): number =>
    drawn[Math.min(drawn.length - 1, Math.floor(p * drawn.length))] ?? 0;
  return { low: at(TAIL), high: at(1 - TAIL) };
}

/** Numbers in [0, 1), the same for the same seed: the mulberry32 generator. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

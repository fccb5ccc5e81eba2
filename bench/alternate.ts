import { median, quantile, rounded } from './quantiles.js';

/** Something that is asked a question; what it replies is its own business. */
export interface Contender {
  readonly name: string;
  readonly ask: (question: string) => Promise<unknown>;
}

export interface Timing {
  /** Median and 99th percentile over all questions of all rounds, in milliseconds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Median of each question's fastest round, which others on the machine disturbed least. */
  readonly fastestMs: number;
  /** The lowest and the highest median of a round. */
  readonly spreadMs: readonly [number, number];
  /** Median over that of the first contender, round by round; the median of these. */
  readonly ratio: number;
}

/**
 * Asks each contender all questions in turns, so that what else the machine does meets all of them.
 * The first round warms up and is not counted.
 */
export async function alternate(
  contenders: readonly Contender[],
  questions: readonly string[],
  { rounds }: { readonly rounds: number },
): Promise<Record<string, Timing>> {
  const latencies = contenders.map((): number[][] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { ask }] of contenders.entries()) {
      const times: number[] = [];
      for (const question of questions) {
        const asked = performance.now();
        await ask(question);
        times.push(performance.now() - asked);
      }
      if (round > 0) latencies[i]?.push(times);
    }
  }
  const medians = latencies.map((all) => all.map(median));
  return Object.fromEntries(
    contenders.map(({ name }, i) => {
      const all = latencies[i]?.flat() ?? [];
      const own = medians[i] ?? [];
      const ratios = own.map((value, round) => value / (medians[0]?.[round] ?? NaN));
      return [
        name,
        {
          p50Ms: rounded(median(all), 2),
          p99Ms: rounded(quantile(all, 0.99), 2),
          fastestMs: rounded(median(fastestOf(latencies[i] ?? [])), 2),
          spreadMs: [rounded(Math.min(...own), 2), rounded(Math.max(...own), 2)],
          ratio: Number(median(ratios).toPrecision(2)),
        },
      ];
    }),
  );
}

/** Of each question, over the rounds. */
function fastestOf(rounds: readonly (readonly number[])[]): number[] {
  return (rounds[0] ?? []).map((_, question) =>
    Math.min(...rounds.map((times) => times[question] ?? NaN)),
  );
}

/** Twice the work takes so many times as long at most where it is linear: 2 is, the square takes 4. */
export const MAX_LINEAR_GROWTH = 3;
/** More is looked at again: the short run may have waited for others. */
const SURELY_LINEAR_GROWTH = 2.6;
/** Milliseconds; what is shorter is lost among those of the collector. */
const MIN_MS = 5;
/** The fastest of so many runs counts: others waited for something else. */
const RUNS = 2;
/** The same of the shortest work, which waiting would make look as if it grew less. */
const SHORT_RUNS = 5;
/** A busy machine may spoil one measurement, hardly so many in a row. */
const ATTEMPTS = 8;
/** Units; where even four times as many take no time to speak of, nothing grows. */
const [FIRST_SIZE, LAST_SIZE] = [500, 16_000];

export interface Work<Input> {
  /** What is worked on, of so many units; made anew for each run, its making is not measured. */
  readonly input: (size: number) => Input;
  readonly run: (input: Input) => unknown;
}

/**
 * How many times as long twice the work takes: about 2 where time is linear, 4 where it is the square
 * of the work. Measured from n to 4n, n being large enough for one run to last; the least of several
 * measurements that are above {@link MAX_LINEAR_GROWTH}.
 */
export function growthPerDoubling<Input>(work: Work<Input>): number {
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least >= MAX_LINEAR_GROWTH; attempt++) {
    least = Math.min(least, measureOnce(work));
  }
  return least;
}

function measureOnce<Input>(work: Work<Input>): number {
  let size = FIRST_SIZE;
  while (size < LAST_SIZE && timeOnce(work, size) < MIN_MS) size *= 2;
  let once = fastest(work, size, RUNS);
  let fourTimes = Infinity;
  let growth = Infinity;
  // The longest runs: another can only tell of less.
  for (let run = 0; run < RUNS && growth >= MAX_LINEAR_GROWTH; run++) {
    fourTimes = Math.min(fourTimes, timeOnce(work, 4 * size));
    growth = growthOf(fourTimes, once);
  }
  if (growth < MAX_LINEAR_GROWTH && growth > SURELY_LINEAR_GROWTH) {
    once = Math.min(once, fastest(work, size, SHORT_RUNS));
    growth = growthOf(fourTimes, once);
  }
  return growth;
}

function growthOf(fourTimes: number, once: number): number {
  return fourTimes < MIN_MS ? 1 : Math.sqrt(fourTimes / once);
}

function fastest<Input>(work: Work<Input>, size: number, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => timeOnce(work, size)));
}

/**
 * In milliseconds, by the clock or by the processor, whichever says less: the clock runs on while
 * others have the processor, and the processor also works for other threads of this process.
 */
function timeOnce<Input>({ input, run }: Work<Input>, size: number): number {
  const prepared = input(size);
  const [start, before] = [performance.now(), process.cpuUsage()];
  run(prepared);
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000);
}

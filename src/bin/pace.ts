const SECOND_MS = 1000;
const MINUTE_S = 60;
/** A rate that is told sooner jumps about. */
const TOLD_AFTER_MS = SECOND_MS;
/** Below this a rate has a digit after the point. */
const SLOW = 10;

/** How fast work goes, from its first report on: what was done before that took no time. */
export class Pace {
  readonly #now: () => number;
  #first: { readonly at: number; readonly done: number } | undefined;

  /** @param now milliseconds since any moment */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many a second, and how many seconds the rest will take; undefined where it is too soon. */
  measure(
    done: number,
    total: number,
  ): { readonly perSecond: number; readonly secondsLeft: number } | undefined {
    const at = this.#now();
    this.#first ??= { at, done };
    const took = at - this.#first.at;
    const perSecond = ((done - this.#first.done) / took) * SECOND_MS;
    if (took < TOLD_AFTER_MS || perSecond <= 0) return undefined;
    return { perSecond, secondsLeft: (total - done) / perSecond };
  }
}

/** `2.4` or `41`. */
export function rateOf(perSecond: number): string {
  return perSecond < SLOW ? perSecond.toFixed(1) : String(Math.round(perSecond));
}

/** `8 s` or `3 min`. */
export function durationOf(seconds: number): string {
  return seconds < 2 * MINUTE_S
    ? `${Math.ceil(seconds)} s`
    : `${Math.ceil(seconds / MINUTE_S)} min`;
}

/** Who have come all at once, have come within so much, in milliseconds. */
const RUSH_MS = 1_000;
/** A queue that is empty for less was not: the next ones were on their way. In milliseconds. */
const GAP_MS = 200;

/**
 * Tells a rush, whose many may wait, from a queue that is never empty: that makes all of them late,
 * and no more are answered than with a short one.
 */
export class Backlog {
  /** Since when somebody has been waiting, on the clock of `performance`. */
  #since = Infinity;
  /** Since when nobody has; Infinity while somebody does. */
  #goneSince = -Infinity;

  /** Somebody waits. */
  isThere(): void {
    if (this.#isGoneForLong) this.#since = performance.now();
    this.#goneSince = Infinity;
  }

  /** Nobody waits any more. */
  isGone(): void {
    this.#goneSince = performance.now();
  }

  /** Whether it is no rush. */
  get isLasting(): boolean {
    return !this.#isGoneForLong && performance.now() - this.#since >= RUSH_MS;
  }

  get #isGoneForLong(): boolean {
    return this.#goneSince + GAP_MS < performance.now();
  }
}

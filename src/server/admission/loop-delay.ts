/** How often it is looked whether the event loop turns, in milliseconds; a shorter pause is none. */
const TICK_MS = 20;
/** What was before is forgotten so often, in milliseconds. */
const WINDOW_MS = 500;

/** How long whatever comes waits until the event loop gets to it. */
export class LoopDelay {
  readonly #ticking: NodeJS.Timeout;
  readonly #maxMs: number;
  #ticked = performance.now();
  #windowSince = performance.now();
  /** Of all moments of the window, how long what came then has waited. */
  #waits = 0;
  #ms = 0;
  #lagging = 0;

  /** @param maxMs longer is too long */
  constructor(maxMs: number) {
    this.#maxMs = maxMs;
    this.#ticking = setInterval(() => {
      this.#tick(performance.now());
    }, TICK_MS);
    this.#ticking.unref();
  }

  /** On average of the last half second. */
  get ms(): number {
    return this.#ms;
  }

  /** For so many half seconds it has been too long. */
  get lagging(): number {
    return this.#lagging;
  }

  close(): void {
    clearInterval(this.#ticking);
  }

  #tick(now: number): void {
    const blocked = Math.max(0, now - this.#ticked - TICK_MS);
    this.#ticked = now;
    // What comes while it is blocked waits for half of it on average.
    this.#waits += (blocked * blocked) / 2;
    const window = now - this.#windowSince;
    if (window < WINDOW_MS) return;
    this.#ms = this.#waits / window;
    this.#lagging = this.#ms > this.#maxMs ? this.#lagging + 1 : 0;
    this.#waits = 0;
    this.#windowSince = now;
  }
}

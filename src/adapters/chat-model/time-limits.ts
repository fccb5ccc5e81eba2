import { raceAbort } from '../../concurrency/race-abort.js';

/**
 * All in milliseconds. Connecting has a limit of its own, ten seconds, which Node's fetch keeps.
 */
export interface TimeLimits {
  /**
   * Until the reply's first words, and between signs of life before them: connecting, waiting in
   * line, reading the prompt, thinking.
   */
  readonly firstTextMs: number;
  /** Between two pieces of the reply after its first words. */
  readonly idleMs: number;
  /**
   * After the server has said why the reply ended: for the rest of the stream, which mostly holds
   * nothing more.
   */
  readonly closeMs: number;
  /** For everything, a further attempt included. */
  readonly totalMs: number;
}

export const TIME_LIMITS: TimeLimits = {
  // Small models on a processor read some 30 tokens a second, and a prompt has up to about 1500.
  firstTextMs: 60_000,
  // The slowest that anybody can bear to read writes a token a second; machines that swap stall for
  // longer.
  idleMs: 20_000,
  // Some servers leave the connection open; others count tokens once more, which takes no time.
  closeMs: 1000,
  // The first words, then 300 tokens, which is a long answer, at three a second.
  totalMs: 180_000,
};

/**
 * The time limits of one call, and the signal that ends it: when a limit is reached, when the
 * caller's signal aborts, or at its end.
 */
export class Deadlines {
  /** For the work that is to end. */
  readonly signal: AbortSignal;
  readonly #call = new AbortController();
  readonly #outer: AbortSignal;
  readonly #limits: TimeLimits;
  readonly #total: NodeJS.Timeout;
  #passed = false;

  constructor(outer: AbortSignal, limits: Partial<TimeLimits> = {}) {
    this.signal = this.#call.signal;
    this.#outer = outer;
    this.#limits = { ...TIME_LIMITS, ...limits };
    outer.addEventListener('abort', this.#onOuterAbort, { once: true });
    if (outer.aborted) this.#onOuterAbort();
    this.#total = setTimeout(this.#pass, this.#limits.totalMs);
  }

  /** Whether a limit was reached. */
  get passed(): boolean {
    return this.#passed;
  }

  /** Whether the caller's signal has aborted: nobody wants the reply any more. */
  get left(): boolean {
    return this.#outer.aborted;
  }

  /**
   * The work's result; rejects at once when a limit is reached or the caller's signal aborts, also
   * where the work does not look at the signal.
   */
  async within<Result>(limit: keyof TimeLimits, work: Promise<Result>): Promise<Result> {
    const timer = setTimeout(this.#pass, this.#limits[limit]);
    try {
      return await raceAbort(work, this.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends what still goes on, and frees what was held. */
  end(): void {
    clearTimeout(this.#total);
    this.#outer.removeEventListener('abort', this.#onOuterAbort);
    this.#call.abort(new DOMException('Nobody reads on.', 'AbortError'));
  }

  readonly #onOuterAbort = (): void => {
    this.#call.abort(this.#outer.reason);
  };

  readonly #pass = (): void => {
    if (this.#call.signal.aborted) return;
    this.#passed = true;
    this.#call.abort(new DOMException('The time limit was reached.', 'TimeoutError'));
  };
}

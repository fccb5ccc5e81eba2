/** Aborts its signal when nothing was heard for a while. */
export class IdleTimeout {
  readonly #controller = new AbortController();
  readonly #limitMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.renew();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something was heard: the wait begins again. */
  renew(): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.#controller.abort();
    }, this.#limitMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

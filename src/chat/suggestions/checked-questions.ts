/** Whether a question is answered. */
export type AnswersQuestion = (question: string) => Promise<boolean>;

/**
 * Remembers which suggested questions are answered. They are asked one after the other: what somebody
 * waits for goes before what is asked ahead.
 */
export class CheckedQuestions {
  readonly #answers: AnswersQuestion;
  readonly #known = new Map<string, boolean>();
  /** Those whose answer somebody waits for. */
  readonly #awaited = new Map<string, (() => void)[]>();
  #ahead: string[] = [];
  #isAsking = false;

  constructor(answers: AnswersQuestion) {
    this.#answers = answers;
  }

  /** Whether it is known to be answered. */
  isAnswered(question: string): boolean {
    return this.#known.get(question) === true;
  }

  /** Whether it is not known to be refused. */
  mayOffer(question: string): boolean {
    return this.#known.get(question) !== false;
  }

  /** Asks those that are not known; resolves when each has been asked. Never throws. */
  async check(questions: readonly string[]): Promise<void> {
    const fresh = questions.filter((question) => !this.#known.has(question));
    const asked = fresh.map(
      (question) =>
        new Promise<void>((resolve) => {
          this.#awaited.set(question, [...(this.#awaited.get(question) ?? []), resolve]);
        }),
    );
    void this.#ask();
    await Promise.all(asked);
  }

  /** Asks those that are not known while nobody waits for others, until the signal aborts. */
  checkAhead(questions: readonly string[], signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#ahead.push(...questions);
    signal.addEventListener(
      'abort',
      () => {
        this.#ahead = [];
      },
      { once: true },
    );
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      // One that could not be asked is not known to be refused.
      const answered = await this.#answers(next).catch(() => undefined);
      if (answered !== undefined) this.#known.set(next, answered);
      const told = this.#awaited.get(next) ?? [];
      this.#awaited.delete(next);
      for (const tell of told) tell();
    }
    this.#isAsking = false;
  }

  #next(): string | undefined {
    const [awaited] = this.#awaited.keys();
    if (awaited !== undefined) return awaited;
    this.#ahead = this.#ahead.filter((question) => !this.#known.has(question));
    return this.#ahead.shift();
  }
}

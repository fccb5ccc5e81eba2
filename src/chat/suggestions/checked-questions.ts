/** Whether a question is answered. */
export type AnswersQuestion = (question: string) => Promise<boolean>;

/** Remembers which suggested questions are answered. They are asked one after the other. */
export class CheckedQuestions {
  readonly #answers: AnswersQuestion;
  readonly #idle: () => Promise<void>;
  readonly #known = new Map<string, boolean>();
  /** Those whose answer somebody waits for. */
  readonly #awaited = new Map<string, (() => void)[]>();
  #isAsking = false;

  /** @param idle resolves when there is nothing better to do; at once where absent */
  constructor(answers: AnswersQuestion, idle: () => Promise<void> = () => Promise.resolve()) {
    this.#answers = answers;
    this.#idle = idle;
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
    void this.#askAwaited();
    await Promise.all(asked);
  }

  /** Asks those that are not known when there is nothing better to do, until the signal aborts. */
  async checkAhead(
    questions: Iterable<string> | AsyncIterable<string>,
    signal: AbortSignal,
  ): Promise<void> {
    // Also before the first is made.
    await this.#idle();
    for await (const next of questions) {
      if (signal.aborted) return;
      if (!this.#known.has(next)) await this.#learn(next);
      await this.#idle();
    }
  }

  async #askAwaited(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let [next] = this.#awaited.keys(); next !== undefined; [next] = this.#awaited.keys()) {
      await this.#learn(next);
    }
    this.#isAsking = false;
  }

  async #learn(question: string): Promise<void> {
    // One that could not be asked is not known to be refused.
    const answered = await this.#answers(question).catch(() => undefined);
    if (answered !== undefined) this.#known.set(question, answered);
    const told = this.#awaited.get(question) ?? [];
    this.#awaited.delete(question);
    for (const tell of told) tell();
  }
}

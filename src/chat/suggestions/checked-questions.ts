/** Whether a question is answered. */
export type AnswersQuestion = (question: string) => Promise<boolean>;

/**
 * Remembers which suggested questions are answered. What is offered has been asked before, or is
 * asked once it was offered; what was refused then is not offered again.
 */
export class CheckedQuestions {
  readonly #answers: AnswersQuestion;
  readonly #known = new Map<string, 'waiting' | 'answered' | 'refused'>();
  readonly #waiting: string[] = [];
  #checking: Promise<void> = Promise.resolve();

  constructor(answers: AnswersQuestion) {
    this.#answers = answers;
  }

  mayOffer(question: string): boolean {
    return this.#known.get(question) !== 'refused';
  }

  /** Asks those that are not known, one after the other; resolves when all are. Never throws. */
  check(questions: readonly string[]): Promise<void> {
    const fresh = questions.filter((question) => !this.#known.has(question));
    for (const question of fresh) this.#known.set(question, 'waiting');
    this.#waiting.push(...fresh);
    this.#checking = this.#checking.then(() => this.#askWaiting());
    return this.#checking;
  }

  async #askWaiting(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      // One that could not be asked is not known to be refused.
      const answered = await this.#answers(next).catch(() => undefined);
      if (answered === undefined) this.#known.delete(next);
      else this.#known.set(next, answered ? 'answered' : 'refused');
    }
  }
}

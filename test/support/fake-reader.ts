import type { PassageReader, PassageReading } from '../../src/ports/passage-reader.js';

/** What a reader was given. */
export interface ReadCall {
  readonly question: string;
  readonly passages: readonly (readonly string[])[];
}

/**
 * A reader that finds an answer where a sentence matches, and remembers what it was given; of a
 * passage it makes what it makes of its best sentence.
 */
export class FakeReader implements PassageReader {
  readonly calls: ReadCall[] = [];
  readonly #answering: RegExp;
  readonly #languages: readonly string[];

  constructor(answering: RegExp, languages: readonly string[] = ['en']) {
    this.#answering = answering;
    this.#languages = languages;
  }

  /** Every passage that was read, as one text. */
  get passagesRead(): string[] {
    return this.calls.flatMap(({ passages }) => passages.map((sentences) => sentences.join(' ')));
  }

  reads(language: string): boolean {
    return this.#languages.includes(language);
  }

  isWord(): boolean {
    return false;
  }

  read(question: string, passages: ReadCall['passages']): Promise<PassageReading[]> {
    this.calls.push({ question, passages });
    return Promise.resolve(
      passages.map((given) => {
        const sentences = given.map((sentence) => (this.#answering.test(sentence) ? YES : NO));
        return { passage: Math.max(...sentences), sentences };
      }),
    );
  }
}

/** Logits of a reader that is sure; beyond those between which it is not. */
export const YES = 9;
export const NO = -9;

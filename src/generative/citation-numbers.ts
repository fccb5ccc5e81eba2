import type { Citation } from '../protocol.js';
import { toCitation } from '../answering/to-citation.js';
import type { NumberedSentence } from './numbered-evidence.js';

/** What a sentence is followed by, and what its markers are the first to use. */
export interface Cited {
  /** `[1]`, `[1][2]`: in ascending order. */
  readonly markers: string;
  readonly citations: readonly Citation[];
}

/**
 * Gives out the numbers of an answer: 1-based, consecutive by first use; a sentence of the texts
 * that is cited again keeps its number.
 */
export class CitationNumbers {
  /** By number of the sentence among the evidence. */
  readonly #numbers = new Map<number, number>();
  #last = 0;

  /**
   * Neighbouring sentences of one paragraph that are cited together for the first time become one
   * citation.
   */
  cite(sentences: readonly NumberedSentence[]): Cited {
    const inOrder = [...new Set(sentences)].sort((a, b) => a.number - b.number);
    const citations = runsOf(inOrder.filter(({ number }) => !this.#numbers.has(number))).map(
      (run) => this.#take(run),
    );
    const used = new Set(inOrder.map(({ number }) => this.#numbers.get(number) ?? 0));
    return {
      markers: [...used]
        .sort((a, b) => a - b)
        .map((number) => `[${number}]`)
        .join(''),
      citations,
    };
  }

  #take([first, ...others]: Run): Citation {
    this.#last += 1;
    for (const { number } of [first, ...others]) this.#numbers.set(number, this.#last);
    return toCitation(
      { paragraph: first.paragraph, sentences: [first, ...others].map(({ span }) => span) },
      this.#last,
    );
  }
}

type Run = [NumberedSentence, ...NumberedSentence[]];

function runsOf(sentences: readonly NumberedSentence[]): Run[] {
  const runs: Run[] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before?.paragraph === sentence.paragraph && before.place === sentence.place - 1) {
      run?.push(sentence);
    } else runs.push([sentence]);
  }
  return runs;
}

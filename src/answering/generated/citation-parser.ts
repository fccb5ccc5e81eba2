import { splitSentences } from '../../text/sentences.js';

/** A sentence that a model has written, its markers taken out. */
export interface StatedSentence {
  /** Plain text without markers, white space tidied. */
  readonly text: string;
  /** Known numbers, in order of appearance, no repeats. */
  readonly numbers: readonly number[];
  /** Markers dropped since nothing has their number. */
  readonly unknown: number;
  /** What stood between the sentence before and this one. */
  readonly separator: '' | ' ' | '\n' | '\n\n';
}

/** Reads a model's reply as it comes: sentences, and the numbers that each cites. */
export class CitationParser {
  readonly #highestNumber: number;
  #text = '';

  constructor(highestNumber: number) {
    this.#highestNumber = highestNumber;
  }

  /** Sentences that are certain to be whole, markers and all. */
  push(delta: string): StatedSentence[] {
    this.#text += delta;
    return [];
  }

  /** What is left when the stream has ended. */
  end(): StatedSentence[] {
    const said = this.#text.replace(/([.!?])((?:\s*\[\d+\])+)/gu, '$2$1');
    return splitSentences(said).map(({ start, end }, i) => {
      const sentence = said.slice(start, end);
      const numbers = [...sentence.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
      const known = [...new Set(numbers.filter((number) => number >= 1 && number <= this.#highestNumber))];
      const text = sentence.replace(/\s*\[\d+\]/gu, '').replace(/\s+/gu, ' ').trim();
      return { text, numbers: known, unknown: numbers.filter((number) => !known.includes(number)).length, separator: i === 0 ? '' : ' ' };
    });
  }
}

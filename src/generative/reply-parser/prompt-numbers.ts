import {
  mayBecomePromptNumbers,
  readBareNumbers,
  readPromptNumbers,
  type CitationMarker,
} from './citation-marker.js';
import type { MarkerSink } from './marker-sink.js';

/** The numbers that a model was shown. */
export interface ShownNumbers {
  /** Sentences are numbered from 1 to this. */
  readonly highestNumber: number;
  /** Whether `S4` without brackets is one of them, since the sentences have no such word. */
  readonly readsBare: boolean;
}

type State =
  | { readonly kind: 'text' }
  /** Round brackets, which hold numbers or words of the text. */
  | { readonly kind: 'round'; readonly opening: string; held: string }
  /** May be numbers: before a colon where a line begins, by themselves elsewhere. */
  | { readonly kind: 'bare'; readonly opening: 'line' | 'sentence' | undefined; held: string };

const TEXT: State = { kind: 'text' };
const ROUND: Readonly<Record<string, string>> = { '(': ')', '（': '）' };
/** Characters in round brackets; what is longer names no sources. */
const MAX_ROUND = 80;
/** Before the words of a line: indentation, signs of lists, of headings and of quotations. */
const BEFORE_WORDS = /[\s>*+•\-#\d.)]/u;
const STOP = /[.!?…؟。！？]/u;
/** Before it, what looks like a number of the prompt is part of a word. */
const JOINED = /[\p{L}\p{N}\p{M}_/.'’-]/u;

/**
 * Reads numbers as the prompt writes them where they stand without square brackets: `(S1)`, `S1:` at
 * the beginning of a line, and `S1` by itself where that is no word of the texts.
 */
export class PromptNumbers implements MarkerSink {
  readonly #next: MarkerSink;
  readonly #numbers: ShownNumbers;
  #state: State = TEXT;
  #previous = '\n';
  /** The last that was no blank. */
  #last = '\n';
  #atLineStart = true;
  /** A number is the subject of this sentence, and part of its words. */
  #isSubject = false;

  constructor(next: MarkerSink, numbers: ShownNumbers) {
    this.#next = next;
    this.#numbers = numbers;
  }

  step(character: string): void {
    const state = this.#state;
    if (state.kind === 'round') this.#inRound(state, character);
    else if (state.kind === 'bare') this.#inBare(state, character);
    else if (Object.hasOwn(ROUND, character)) {
      this.#state = { kind: 'round', opening: character, held: '' };
    } else if (character === 'S' && (this.#atLineStart || this.#mayBeBare())) {
      this.#state = { kind: 'bare', opening: this.#opening(), held: character };
    } else this.#write(character);
  }

  mark(marker: CitationMarker): void {
    this.#settle();
    this.#previous = ' ';
    this.#next.mark(marker);
  }

  discard(): void {
    this.#state = TEXT;
    this.#previous = '\n';
    this.#last = '\n';
    this.#atLineStart = true;
    this.#isSubject = false;
    this.#next.discard();
  }

  end(): void {
    this.#settle();
    this.#next.end();
  }

  /** What is held is decided as if a line ended. */
  #settle(): void {
    while (this.#state.kind !== 'text') {
      if (this.#state.kind === 'round') this.#writeFirst(this.#state.opening + this.#state.held);
      else this.#endBare(this.#state, '\n');
    }
  }

  #mayBeBare(): boolean {
    return this.#numbers.readsBare && !this.#isSubject && !JOINED.test(this.#previous);
  }

  #opening(): 'line' | 'sentence' | undefined {
    if (this.#atLineStart) return 'line';
    return STOP.test(this.#last) ? 'sentence' : undefined;
  }

  #write(character: string): void {
    this.#previous = character;
    if (character !== ' ') this.#last = character;
    if (character === '\n' || STOP.test(character)) this.#isSubject = false;
    this.#atLineStart = character === '\n' || (this.#atLineStart && BEFORE_WORDS.test(character));
    this.#next.step(character);
  }

  /** The first character is text; what follows it may be anything. */
  #writeFirst(text: string): void {
    this.#state = TEXT;
    const [first = '', ...others] = text;
    this.#write(first);
    for (const character of others) this.step(character);
  }

  #inRound(state: Extract<State, { kind: 'round' }>, character: string): void {
    const { opening, held } = state;
    if (character === ROUND[opening]) {
      const marker = readPromptNumbers(held, this.#numbers.highestNumber);
      if (marker === undefined) this.#writeFirst(opening + held + character);
      else {
        this.#state = TEXT;
        this.mark(marker);
      }
    } else if (character === '\n' || Object.hasOwn(ROUND, character) || held.length >= MAX_ROUND) {
      this.#writeFirst(opening + held);
      this.step(character);
    } else state.held += character;
  }

  #inBare(state: Extract<State, { kind: 'bare' }>, character: string): void {
    if (character !== '\n' && mayBecomePromptNumbers(state.held + character)) {
      state.held += character;
    } else {
      this.#endBare(state, character);
      this.step(character);
    }
  }

  /** Numbers of sentences that there are; others are the text's own. */
  #endBare({ held, opening }: Extract<State, { kind: 'bare' }>, next: string): void {
    const { highestNumber, readsBare } = this.#numbers;
    const found = readBareNumbers(held, { next, highestNumber });
    const after = (found?.rest ?? '') + next;
    const isLabel = opening === 'line' && /^\s*[:：\n]/u.test(after);
    // "S4 names the seat": without its subject nothing is left of the sentence.
    const isSubject = opening !== undefined && /^\s*[\p{L}\p{N}]/u.test(after);
    if (found === undefined || isSubject || !(isLabel || readsBare)) {
      this.#isSubject = found !== undefined && isSubject;
      this.#writeFirst(held);
      return;
    }
    this.#state = TEXT;
    this.mark(found.marker);
    for (const character of found.rest) this.step(character);
  }
}

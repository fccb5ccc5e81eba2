import type { CharacterSink } from './character-sink.js';
import { endsWithMarker } from './citation-marker.js';

/** Characters; longer words after the opening of a fence are part of what it holds. */
const MAX_INFO = 100;
/** Backticks or tildes in a row, as CommonMark has it. */
const MIN_FENCE = 3;
/** Before a fence of tildes may stand: indentation, signs of lists and of quotations. */
const BEFORE_FENCE = /[\s>*+\-\d.)]/u;
/** What a fence is said to hold where it holds words: an answer that a model has laid out so. */
const HOLD_WORDS: ReadonlySet<string> = new Set(
  'text txt plain plaintext md markdown json'.split(' '),
);
/** Characters of code that are kept; where they name no source, nothing of it is read. */
const MAX_CODE = 4000;
/** A word, as the name of a programming language is, with or without settings behind it. */
const OF_CODE = /^\S+(?:$|\s*[{=]|\s+\S+=)/u;

const CLOSING = ']］】)）';

type State =
  | { readonly kind: 'words' }
  | { readonly kind: 'run'; readonly mark: string; length: number }
  | { readonly kind: 'info'; readonly mark: string; readonly length: number; held: string }
  /** The marks that close a fence on the line that it was opened on. */
  | { readonly kind: 'closing'; readonly mark: string; left: number }
  | {
      readonly kind: 'code';
      readonly mark: string;
      readonly length: number;
      run: number;
      held: string;
    };

const WORDS: State = { kind: 'words' };

/**
 * Takes fences away: what stands in one is read like the rest, unless it is said to be code and names
 * no source: that is dropped. A fence of code that is never closed hides the rest.
 */
export class Fences implements CharacterSink {
  readonly #next: CharacterSink;
  readonly #highestNumber: number;
  #state: State = WORDS;
  /** The fence of words that is open. */
  #open: { readonly mark: string; readonly length: number } | undefined;
  #atLineStart = true;

  /** @param highestNumber sentences are numbered from 1 to this */
  constructor(next: CharacterSink, highestNumber: number) {
    this.#next = next;
    this.#highestNumber = highestNumber;
  }

  step(character: string): void {
    const state = this.#state;
    switch (state.kind) {
      case 'words':
        if (character === '`' || (this.#atLineStart && character === '~')) {
          this.#state = { kind: 'run', mark: character, length: 1 };
        } else this.#show(character);
        break;
      case 'run':
        this.#afterRun(state, character);
        break;
      case 'info':
        this.#inInfo(state, character);
        break;
      case 'closing':
        this.#inClosing(state, character);
        break;
      case 'code':
        this.#inCode(state, character);
        break;
    }
  }

  discard(): void {
    this.#state = WORDS;
    this.#open = undefined;
    this.#atLineStart = true;
    this.#next.discard();
  }

  end(): void {
    const state = this.#state;
    this.#state = WORDS;
    if (state.kind === 'run' && state.length < MIN_FENCE) {
      this.#show(state.mark.repeat(state.length));
    }
    if (state.kind === 'info' && !holdsWords(state.held) && !isOfCode(state.held)) {
      this.#show(state.held);
    }
    this.#next.end();
  }

  #show(text: string): void {
    for (const character of text) {
      this.#atLineStart = character === '\n' || (this.#atLineStart && BEFORE_FENCE.test(character));
      this.#next.step(character);
    }
  }

  /** A fence begins wherever three backticks stand: models forget to begin a line. */
  #afterRun(state: Extract<State, { kind: 'run' }>, character: string): void {
    if (character === state.mark) {
      state.length++;
      return;
    }
    if (state.length >= MIN_FENCE) {
      this.#state = { kind: 'info', mark: state.mark, length: state.length, held: '' };
    } else {
      this.#state = WORDS;
      this.#show(state.mark.repeat(state.length));
      this.#atLineStart = false;
    }
    this.step(character);
  }

  #inInfo(state: Extract<State, { kind: 'info' }>, character: string): void {
    const { mark, length, held } = state;
    if (character === '`' && mark === '`') {
      this.#show(held);
      this.#state = { kind: 'closing', mark, left: length - 1 };
    } else if (character !== '\n' && held.length < MAX_INFO) state.held += character;
    else if (character === '\n' && held.trim() === '' && this.#closes(state)) {
      this.#open = undefined;
      this.#state = WORDS;
      this.#show('\n\n');
    } else if (character === '\n' && isOfCode(held)) {
      this.#state = { kind: 'code', mark, length, run: 0, held: '' };
    } else {
      this.#open = { mark, length };
      this.#state = WORDS;
      this.#show(`\n\n${holdsWords(held) ? '' : held}`);
      this.step(character);
    }
  }

  #inClosing(state: Extract<State, { kind: 'closing' }>, character: string): void {
    if (character === state.mark && state.left > 0) state.left--;
    else {
      this.#state = WORDS;
      this.#atLineStart = false;
      this.step(character);
    }
  }

  #closes({ mark, length }: Extract<State, { kind: 'info' }>): boolean {
    return this.#open !== undefined && this.#open.mark === mark && length >= this.#open.length;
  }

  /** A fence ends with a line that ends with the same mark, at least as often. */
  #inCode(state: Extract<State, { kind: 'code' }>, character: string): void {
    const { mark, length } = state;
    if (character === mark) state.run++;
    else if (character === '\n' && state.run >= length) {
      this.#state = WORDS;
      this.#show('\n\n');
      return;
    } else if (character !== ' ') state.run = 0;
    if (state.held.length >= MAX_CODE) return;
    state.held += character;
    // A model has given its answer a name.
    if (CLOSING.includes(character) && endsWithMarker(state.held, this.#highestNumber)) {
      this.#open = { mark, length };
      this.#state = WORDS;
      this.#show(`\n\n${state.held}`);
    }
  }
}

function holdsWords(info: string): boolean {
  const said = info.trim().toLowerCase();
  return said === '' || HOLD_WORDS.has(said);
}

function isOfCode(info: string): boolean {
  return !holdsWords(info) && OF_CODE.test(info.trim());
}

import { readTag, type Tag } from './html-tag.js';
import type { CharacterSink } from './character-sink.js';

/** Characters; a tag that is longer is none. */
const MAX_TAG = 300;
/** Characters; longer words after the opening of a fence are part of what it holds. */
const MAX_FENCE_INFO = 100;
/** Backticks or tildes in a row, as CommonMark has it. */
const MIN_FENCE = 3;
const TAG_BEGINNING = /^<[a-z/!?]/iu;
/** Before a fence may stand: indentation, signs of lists and of quotations. */
const BEFORE_FENCE = /[\s>*+\-\d.)]/u;

type State =
  | { readonly kind: 'shown' }
  | { readonly kind: 'tag'; held: string }
  /** Everything is dropped until `closing` has come, lower case. */
  | { readonly kind: 'until'; readonly closing: string; tail: string }
  | { readonly kind: 'fence-run'; readonly mark: string; length: number }
  | { readonly kind: 'fence-info'; readonly mark: string; readonly length: number; held: string }
  | { readonly kind: 'fence'; readonly mark: string; readonly length: number; run: number };

const SHOWN: State = { kind: 'shown' };

/**
 * Leaves out what a reader of the answer is not meant to see: thinking aloud, code in fences, tags
 * and comments of HTML with what scripts and styles hold. What is opened and never closed hides the
 * rest.
 */
export class HiddenText implements CharacterSink {
  readonly #next: CharacterSink;
  #state: State = SHOWN;
  #atLineStart = true;

  constructor(next: CharacterSink) {
    this.#next = next;
  }

  step(character: string): void {
    const state = this.#state;
    switch (state.kind) {
      case 'shown':
        this.#shown(character);
        break;
      case 'tag':
        this.#inTag(state, character);
        break;
      case 'until':
        state.tail = (state.tail + character.toLowerCase()).slice(-state.closing.length);
        if (state.tail === state.closing) this.#state = SHOWN;
        break;
      case 'fence-run':
        this.#afterBackticks(state, character);
        break;
      case 'fence-info':
        this.#inFenceInfo(state, character);
        break;
      case 'fence':
        this.#inFence(state, character);
        break;
    }
  }

  discard(): void {
    this.#next.discard();
  }

  end(): void {
    if (this.#state.kind === 'fence-run' && this.#state.length < MIN_FENCE) {
      this.#show(this.#state.mark.repeat(this.#state.length));
    }
    this.#state = SHOWN;
    this.#next.end();
  }

  #show(text: string): void {
    for (const character of text) {
      this.#atLineStart = character === '\n' || (this.#atLineStart && BEFORE_FENCE.test(character));
      this.#next.step(character);
    }
  }

  #shown(character: string): void {
    if (character === '<') this.#state = { kind: 'tag', held: character };
    else if (character === '`' || (this.#atLineStart && character === '~')) {
      this.#state = { kind: 'fence-run', mark: character, length: 1 };
    } else this.#show(character);
  }

  #inTag(state: Extract<State, { kind: 'tag' }>, character: string): void {
    if (character !== '>') {
      const held = state.held + character;
      if (held === '<!--') this.#state = { kind: 'until', closing: '-->', tail: '' };
      else if (
        TAG_BEGINNING.test(held) &&
        character !== '\n' &&
        character !== '<' &&
        held.length <= MAX_TAG
      ) {
        state.held = held;
      } else {
        this.#state = SHOWN;
        this.#show(state.held);
        this.step(character);
      }
      return;
    }
    this.#state = SHOWN;
    const tag = readTag(state.held);
    if (tag === undefined) this.#show(`${state.held}>`);
    else this.#obey(tag);
  }

  #obey(tag: Tag): void {
    if (tag.kind === 'hides') this.#state = { kind: 'until', closing: `</${tag.name}>`, tail: '' };
    else if (tag.kind === 'ends-thinking') this.#next.discard();
    else if (tag.kind === 'breaks-line') this.#show('\n');
  }

  /**
   * Code in a fence begins wherever three backticks and a line break stand: models forget to begin
   * a line.
   */
  #afterBackticks(state: Extract<State, { kind: 'fence-run' }>, character: string): void {
    if (character === state.mark) {
      state.length++;
      return;
    }
    if (state.length >= MIN_FENCE) {
      this.#state = { kind: 'fence-info', mark: state.mark, length: state.length, held: '' };
    } else {
      this.#state = SHOWN;
      this.#show(state.mark.repeat(state.length));
      this.#atLineStart = false;
    }
    this.step(character);
  }

  /** Three backticks and, on the same line, another one: code within the line. */
  #inFenceInfo(state: Extract<State, { kind: 'fence-info' }>, character: string): void {
    if (character === '\n' || state.held.length >= MAX_FENCE_INFO) {
      this.#state = { kind: 'fence', mark: state.mark, length: state.length, run: 0 };
    } else if (character === '`' && state.mark === '`') {
      this.#state = SHOWN;
      this.#show(state.mark.repeat(state.length) + state.held);
      this.#atLineStart = false;
      this.step(character);
    } else state.held += character;
  }

  /** A fence ends with a line that ends with the same mark, at least as often. */
  #inFence(state: Extract<State, { kind: 'fence' }>, character: string): void {
    if (character === state.mark) state.run++;
    else if (character === '\n' && state.run >= state.length) {
      this.#state = SHOWN;
      this.#show('\n\n');
    } else if (character !== ' ') state.run = 0;
  }
}

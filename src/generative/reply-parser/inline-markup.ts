import { isLinkTarget } from './link-target.js';
import type { CharacterSink } from './character-sink.js';
import {
  mayBecomeCitationMarker,
  readCitationMarker,
  readPromptNumbers,
  type CitationMarker,
} from './citation-marker.js';
import type { MarkerSink } from './marker-sink.js';

/** Characters; brackets that hold more are text: markers are short, and so are names of links. */
const MAX_BRACKET = 300;
/** Characters of the address of a link; what is longer is text. */
const MAX_TARGET = 1000;
/** Characters; code within a line that is longer was opened by chance. */
const MAX_CODE = 200;
const OPENING = '[［【';
const CLOSING = ']］】';
const ESCAPABLE = /[!-/:-@[-`{-~]/u;
/** What an escaped bar becomes, since a bar would end the cell of a table. */
const ESCAPED_BAR = '∣';
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

interface Bracket {
  readonly opening: string;
  /** An exclamation mark stood before it: an image, if a target follows. */
  readonly image: boolean;
  content: string;
}

type State =
  | { readonly kind: 'text' }
  /** A mark whose meaning hangs on what comes next. */
  | { readonly kind: 'run'; readonly mark: string; length: number }
  | { readonly kind: 'bracket'; readonly bracket: Bracket }
  | { readonly kind: 'closed'; readonly bracket: Bracket; readonly closing: string }
  | {
      readonly kind: 'target';
      readonly bracket: Bracket;
      readonly closing: string;
      held: string;
      depth: number;
    }
  | { readonly kind: 'code'; readonly length: number; held: string; run: number };

const TEXT: State = { kind: 'text' };

/**
 * Reads what stands within a line: markers, links, emphasis, code, escapes. What is not a marker
 * becomes plain text: of a link its words, of an image nothing, of code what it holds, in which
 * nothing is a marker.
 */
export class InlineMarkup implements CharacterSink {
  readonly #next: MarkerSink;
  readonly #highestNumber: number;
  #state: State = TEXT;
  /** The character before, a line break at the beginning. */
  #previous = '\n';
  /** No backtick opens code while what followed a lost one is read again. */
  #again = false;

  constructor(next: MarkerSink, highestNumber: number) {
    this.#next = next;
    this.#highestNumber = highestNumber;
  }

  step(character: string): void {
    const state = this.#state;
    switch (state.kind) {
      case 'text':
        this.#inText(character);
        break;
      case 'run':
        this.#inRun(state, character);
        break;
      case 'bracket':
        this.#inBracket(state.bracket, character);
        break;
      case 'closed':
        if (character === '(') {
          this.#state = {
            kind: 'target',
            bracket: state.bracket,
            closing: state.closing,
            held: '',
            depth: 1,
          };
        } else {
          this.#settle(state);
          this.step(character);
        }
        break;
      case 'target':
        this.#inTarget(state, character);
        break;
      case 'code':
        this.#inCode(state, character);
        break;
    }
  }

  discard(): void {
    this.#state = TEXT;
    this.#previous = '\n';
    this.#next.discard();
  }

  end(): void {
    const state = this.#state;
    this.#state = TEXT;
    if (state.kind === 'run') this.#settleRun(state, '\n');
    if (state.kind === 'bracket' && !mayBecomeCitationMarker(state.bracket.content)) {
      this.#openAsText(state.bracket);
    }
    if (state.kind === 'closed') this.#settle(state);
    if (state.kind === 'target') this.#settle(state);
    if (state.kind === 'code') this.#readAgain(state.held + '`'.repeat(state.run));
    if (this.#state !== TEXT) this.end();
    else this.#next.end();
  }

  #write(text: string): void {
    for (const character of text) {
      this.#previous = character;
      this.#next.step(character);
    }
  }

  #readAgain(text: string): void {
    const before = this.#again;
    this.#again = true;
    for (const character of text) this.step(character);
    this.#again = before;
  }

  #inText(character: string): void {
    if (OPENING.includes(character)) this.#open(character, false);
    else if ('*_~\\!'.includes(character) || (character === '`' && !this.#again)) {
      this.#state = { kind: 'run', mark: character, length: 1 };
    } else if (character !== '`') this.#write(character);
  }

  #open(opening: string, image: boolean): void {
    this.#state = { kind: 'bracket', bracket: { opening, image, content: '' } };
  }

  #inRun(state: Extract<State, { kind: 'run' }>, character: string): void {
    if (character === state.mark && state.mark !== '\\') {
      state.length++;
      return;
    }
    this.#state = TEXT;
    if (state.mark === '!' && state.length === 1 && character === '[') {
      this.#open(character, true);
      return;
    }
    this.#settleRun(state, character);
    // An escaped mark is not a mark; an escaped bracket is one all the same, since clients would
    // read it as one.
    if (state.mark === '\\' && '*_~`!\\'.includes(character)) this.#write(character);
    else if (state.mark === '\\' && character === '|') this.#write(ESCAPED_BAR);
    else this.step(character);
  }

  #settleRun({ mark, length }: Extract<State, { kind: 'run' }>, after: string): void {
    if (mark === '`') {
      if (after !== '\n') this.#state = { kind: 'code', length, held: '', run: 0 };
    } else if (mark === '!') this.#write(mark.repeat(length));
    else if (mark === '\\') {
      if (!ESCAPABLE.test(after)) this.#write(mark);
    } else if (mark === '_') {
      if (WORD_CHARACTER.test(this.#previous) && WORD_CHARACTER.test(after)) {
        this.#write(mark.repeat(length));
      }
    } else if (length === 1 && (mark === '~' || (/\s/u.test(this.#previous) && after === ' '))) {
      this.#write(mark);
    }
  }

  #inBracket(bracket: Bracket, character: string): void {
    if (CLOSING.includes(character)) this.#state = { kind: 'closed', bracket, closing: character };
    else if (
      character === '\n' ||
      OPENING.includes(character) ||
      bracket.content.length >= MAX_BRACKET
    ) {
      this.#openAsText(bracket);
      this.step(character);
    } else bracket.content += character === '\\' ? '' : character;
  }

  /** The bracket has no end: it is text, and what follows it may be anything. */
  #openAsText({ opening, content, image }: Bracket): void {
    this.#state = TEXT;
    this.#write(`${image ? '!' : ''}${opening}`);
    for (const character of content) this.step(character);
  }

  #inTarget(state: Extract<State, { kind: 'target' }>, character: string): void {
    if (character === '(') state.depth++;
    if (character === ')') state.depth--;
    if (state.depth === 0 && isLinkTarget(state.held)) this.#settleLink(state.bracket);
    else if (
      state.depth === 0 ||
      character === '\n' ||
      OPENING.includes(character) ||
      state.held.length >= MAX_TARGET
    ) {
      this.#settle(state);
      this.#write('(');
      for (const held of state.held) this.step(held);
      this.step(character);
    } else state.held += character;
  }

  #settleLink({ content, image }: Bracket): void {
    this.#state = TEXT;
    const marker = this.#markerOf(content);
    if (marker !== undefined) this.#next.mark(marker);
    else if (!image) for (const character of content) this.step(character);
  }

  /** The bracket is whole, and no link: a marker, or text. */
  #settle({ bracket, closing }: { readonly bracket: Bracket; readonly closing: string }): void {
    this.#state = TEXT;
    const marker = this.#markerOf(bracket.content);
    if (bracket.image) this.#write('!');
    if (marker !== undefined) {
      this.#next.mark(marker);
      return;
    }
    if (bracket.content.trim() === '') return;
    this.#write(bracket.opening);
    for (const character of bracket.content) this.step(character);
    this.step(closing);
  }

  #markerOf(content: string): CitationMarker | undefined {
    return (
      readCitationMarker(content, this.#highestNumber) ??
      readPromptNumbers(content, this.#highestNumber)
    );
  }

  #inCode(state: Extract<State, { kind: 'code' }>, character: string): void {
    if (character === '`') {
      state.run++;
      return;
    }
    if (state.run === state.length) {
      this.#state = TEXT;
      this.#write(state.held);
      this.step(character);
      return;
    }
    state.held += '`'.repeat(state.run) + character;
    state.run = 0;
    if (character !== '\n' && state.held.length < MAX_CODE) return;
    this.#state = TEXT;
    this.#readAgain(state.held);
  }
}

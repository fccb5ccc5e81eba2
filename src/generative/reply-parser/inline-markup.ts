import { isLinkTarget } from './link-target.js';
import type { CharacterSink } from './character-sink.js';
import {
  type CitationMarker,
  mayBecomeCitationMarker,
  mayBecomePromptNumbers,
  readCitationMarker,
  readPromptNumbers,
} from './citation-marker.js';
import type { MarkerSink } from './marker-sink.js';

/** Characters; brackets that hold more are text: markers are short, and so are names of links. */
const MAX_BRACKET = 300;
/** Characters of the address of a link; what is longer is text. */
const MAX_TARGET = 1000;
/** Characters in round brackets; what is longer names no sources. */
const MAX_ROUND = 80;
/** Characters; code within a line that is longer was opened by chance. */
const MAX_CODE = 200;
const OPENING = '[［【';
const CLOSING = ']］】';
const ROUND: Readonly<Record<string, string>> = { '(': ')', '（': '）' };
/** Before the words of a line: indentation, signs of lists, of headings and of quotations. */
const BEFORE_WORDS = /[\s>*+•\-#\d.)]/u;
const ESCAPABLE = /[!-/:-@[-`{-~]/u;
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
  /** Round brackets, which hold the numbers of the prompt or words of the text. */
  | { readonly kind: 'round'; readonly opening: string; held: string }
  /** The beginning of a line, which may be numbers of the prompt before a colon. */
  | { readonly kind: 'label'; held: string }
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
  /** The character before, white space at the beginning of a line. */
  #previous = '\n';
  #atLineStart = true;
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
      case 'round':
        this.#inRound(state, character);
        break;
      case 'label':
        this.#inLabel(state, character);
        break;
      case 'code':
        this.#inCode(state, character);
        break;
    }
  }

  discard(): void {
    this.#state = TEXT;
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
    if (state.kind === 'round') this.#writeFirst(state.opening + state.held);
    if (state.kind === 'label') this.#endLabel(state.held);
    if (state.kind === 'code') this.#readAgain(state.held + '`'.repeat(state.run));
    if (this.#state !== TEXT) this.end();
    else this.#next.end();
  }

  #write(text: string): void {
    for (const character of text) {
      this.#previous = character;
      this.#atLineStart = character === '\n' || (this.#atLineStart && BEFORE_WORDS.test(character));
      this.#next.step(character);
    }
  }

  /** The first character is text; what follows it may be anything. */
  #writeFirst(text: string): void {
    this.#state = TEXT;
    this.#write(text.charAt(0));
    for (const character of text.slice(1)) this.step(character);
  }

  #readAgain(text: string): void {
    const before = this.#again;
    this.#again = true;
    for (const character of text) this.step(character);
    this.#again = before;
  }

  #inText(character: string): void {
    if (OPENING.includes(character)) this.#open(character, false);
    else if (Object.hasOwn(ROUND, character)) {
      this.#state = { kind: 'round', opening: character, held: '' };
    } else if (this.#atLineStart && character === 'S') {
      this.#state = { kind: 'label', held: character };
    } else if ('*_~\\!'.includes(character) || (character === '`' && !this.#again)) {
      this.#state = { kind: 'run', mark: character, length: 1 };
    } else if (character !== '`') this.#write(character);
  }

  #open(opening: string, image: boolean): void {
    this.#state = {
      kind: 'bracket',
      bracket: { opening, image, content: '' },
    };
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

  #inRound(state: Extract<State, { kind: 'round' }>, character: string): void {
    const { opening, held } = state;
    if (character === ROUND[opening]) {
      const marker = readPromptNumbers(held, this.#highestNumber);
      if (marker === undefined) this.#writeFirst(opening + held + character);
      else {
        this.#state = TEXT;
        this.#next.mark(marker);
      }
    } else if (
      character === '\n' ||
      OPENING.includes(character) ||
      Object.hasOwn(ROUND, character) ||
      held.length >= MAX_ROUND
    ) {
      this.#writeFirst(opening + held);
      this.step(character);
    } else state.held += character;
  }

  #inLabel(state: Extract<State, { kind: 'label' }>, character: string): void {
    if (/[:：\n]/u.test(character)) {
      this.#endLabel(state.held);
      this.step(character);
    } else if (mayBecomePromptNumbers(state.held + character)) state.held += character;
    else {
      this.#writeFirst(state.held);
      this.step(character);
    }
  }

  /** Numbers of sentences that there are; others are the text's own. */
  #endLabel(held: string): void {
    const marker = readPromptNumbers(held, this.#highestNumber);
    if (marker === undefined || marker.unknown > 0) this.#writeFirst(held);
    else {
      this.#state = TEXT;
      this.#next.mark(marker);
    }
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

import type { CharacterSink } from './character-sink.js';
import { readTag, type Tag } from './html-tag.js';
import { isThinking } from './thinking-names.js';
import { isShownUnder, readTurnToken, type TurnToken } from './turn-token.js';

/** Characters; a tag that is longer is none. */
const MAX_TAG = 300;
/** Characters; the header of a message that is longer is none that anybody knows. */
const MAX_HEADER = 100;
/** What may become a tag, a mark between turns, or a mark of thinking. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  '>': /^<[a-z/!?|]/iu,
  // Capitals only: brackets with other words are the text's own.
  ']': /^\[\/?[A-Z]{0,12}$/u,
  '▷': /^◁\/?[a-z]{0,12}$/iu,
};
const CLOSING: Readonly<Record<string, string>> = { '<': '>', '[': ']', '◁': '▷' };
const THINKING_MARK = /^[[◁](\/?)(\p{L}+)$/u;

/** How the channels of a conversation read where its marks have been taken out. */
const UNMARKED_THOUGHT = { opening: 'analysis', closing: 'assistantfinal' } as const;

type State =
  /** The beginning of the reply. */
  | { readonly kind: 'beginning'; held: string }
  | { readonly kind: 'shown' }
  | { readonly kind: 'mark'; readonly closing: string; held: string }
  /** Everything is dropped until `closing` has come, lower case. */
  | { readonly kind: 'until'; readonly closing: string; tail: string }
  /** Who speaks, or on which channel. */
  | { readonly kind: 'header'; held: string }
  /** A message that is not for readers, until the next mark between turns. */
  | { readonly kind: 'aside'; held: string }
  | { readonly kind: 'ended' };

const SHOWN: State = { kind: 'shown' };

/**
 * Leaves out what a reader of the answer is not meant to see: thinking aloud however it is marked,
 * what else stands between the turns of a conversation, tags and comments of HTML with what scripts
 * and styles hold. What is opened and never closed hides the rest.
 */
export class HiddenText implements CharacterSink {
  readonly #next: CharacterSink;
  #state: State = { kind: 'beginning', held: '' };
  #anyHeader = false;
  /** A row of a table does not end where a cell has several lines. */
  #line: 'start' | 'row' | 'words' = 'start';

  constructor(next: CharacterSink) {
    this.#next = next;
  }

  step(character: string): void {
    const state = this.#state;
    switch (state.kind) {
      case 'beginning':
        this.#begin(state, character);
        break;
      case 'shown':
        this.#shown(character);
        break;
      case 'mark':
        this.#inMark(state, character);
        break;
      case 'until':
        state.tail = (state.tail + character.toLowerCase()).slice(-state.closing.length);
        if (state.tail === state.closing) this.#state = SHOWN;
        break;
      case 'header':
      case 'aside':
        this.#betweenTurns(state, character);
        break;
      case 'ended':
        break;
    }
  }

  discard(): void {
    this.#line = 'start';
    this.#next.discard();
  }

  end(): void {
    const state = this.#state;
    this.#state = SHOWN;
    if (state.kind === 'beginning') this.#show(state.held);
    if (state.kind === 'mark' && state.closing !== '>') this.#show(state.held);
    this.#next.end();
  }

  #show(text: string): void {
    for (const character of text) {
      if (character === '\n') this.#line = 'start';
      else if (this.#line === 'start' && character !== ' ') {
        this.#line = character === '|' ? 'row' : 'words';
      }
      this.#next.step(character);
    }
  }

  #begin(state: Extract<State, { kind: 'beginning' }>, character: string): void {
    const { opening, closing } = UNMARKED_THOUGHT;
    const held = state.held + character;
    if (opening.startsWith(held)) state.held = held;
    else if (state.held === opening && /\p{Lu}/u.test(character)) {
      this.#state = { kind: 'until', closing, tail: '' };
    } else {
      this.#state = SHOWN;
      this.#show(state.held);
      this.step(character);
    }
  }

  #shown(character: string): void {
    const closing = CLOSING[character];
    if (closing === undefined) this.#show(character);
    else this.#state = { kind: 'mark', closing, held: character };
  }

  #inMark(state: Extract<State, { kind: 'mark' }>, character: string): void {
    if (character === state.closing) {
      this.#state = SHOWN;
      if (!this.#obeyMark(state.held)) this.#show(state.held + character);
      return;
    }
    const held = state.held + character;
    if (held === '<!--') this.#state = { kind: 'until', closing: '-->', tail: '' };
    else if (
      BEGINNINGS[state.closing]?.test(held) === true &&
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
  }

  /** Given without what closes it; whether it is a mark at all. */
  #obeyMark(held: string): boolean {
    const token = readTurnToken(`${held}>`);
    if (token !== undefined) {
      this.#obeyToken(token, '');
      return true;
    }
    if (held.startsWith('<')) {
      const tag = readTag(held);
      if (tag !== undefined) this.#obeyTag(tag);
      return tag !== undefined;
    }
    const [, slash, name = ''] = THINKING_MARK.exec(held) ?? [];
    if (!isThinking(name.toLowerCase())) return false;
    const opening = held.charAt(0);
    if (slash === '/') this.discard();
    else {
      const closing = `${opening}/${name}${CLOSING[opening] ?? ''}`.toLowerCase();
      this.#state = { kind: 'until', closing, tail: '' };
    }
    return true;
  }

  #obeyTag(tag: Tag): void {
    if (tag.kind === 'hides') this.#state = { kind: 'until', closing: `</${tag.name}>`, tail: '' };
    else if (tag.kind === 'ends-thinking') this.discard();
    else if (tag.kind === 'breaks-line') this.#show(this.#line === 'row' ? ' ' : '\n');
  }

  /** `header`: what has come since the one before, where that opened a header. */
  #obeyToken(token: TurnToken, header: string): void {
    switch (token.kind) {
      case 'header':
        // What stands before the first is another message, whose header stood in the prompt.
        if (!this.#anyHeader) this.discard();
        this.#anyHeader = true;
        this.#state = { kind: 'header', held: '' };
        break;
      case 'message':
        this.#state = isShownUnder(header) ? SHOWN : { kind: 'aside', held: '' };
        break;
      case 'ends-thinking':
        this.discard();
        break;
      case 'hides':
        this.#state = { kind: 'until', closing: token.closing, tail: '' };
        break;
      case 'ends-reply':
        this.#state = { kind: 'ended' };
        break;
      case 'ends-message':
        this.#state = SHOWN;
        this.#show('\n\n');
        break;
      case 'nothing':
        break;
    }
  }

  #betweenTurns(state: Extract<State, { kind: 'header' | 'aside' }>, character: string): void {
    state.held += character;
    const from = character === '>' ? state.held.lastIndexOf('<|') : -1;
    const token = from < 0 ? undefined : readTurnToken(state.held.slice(from));
    if (token !== undefined && token.kind !== 'nothing') {
      this.#obeyToken(token, state.kind === 'header' ? state.held.slice(0, from) : 'aside');
    } else if (state.held.length > MAX_HEADER) {
      this.#state = { kind: 'aside', held: state.held.slice(-MAX_HEADER / 2) };
    }
  }
}

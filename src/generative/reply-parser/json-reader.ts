import { words } from '../../language/tokenize.js';
import type { CharacterSink } from './character-sink.js';
import { numbersNamed } from './citation-marker.js';
import { roleOfKey, type Role } from './json-key.js';
import { PlainCharacters } from './plain-characters.js';

/** Objects and lists within each other; what lies deeper is dropped. */
const MAX_DEPTH = 16;
/** Characters of a key that are looked at. */
const MAX_KEY = 100;
/** Characters of what names sources; what is longer quotes them. */
const MAX_SOURCES = 100;
/** Characters of a word; what is longer is several. */
const MAX_WORD = 40;
/** What may be one word that stands by itself. */
const MAY_BE_WORD = /^[\p{L}\p{M}\p{N}]*$/u;
/** What may be numbers of sources: a letter that is none of theirs makes it words. */
const MAY_BE_NUMBERS = /^(?:\P{L}|S(?=\d|$))*$/u;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: '', f: '\n' };
const HEX_DIGITS = 4;

interface Level {
  readonly isObject: boolean;
  readonly role: Role;
  /** Of the value that comes next. */
  next: Role;
  expectsKey: boolean;
  /** Some of its words have been said. */
  said: boolean;
  /** More than single words of it have. */
  saidMore: boolean;
  /** Single words beside others, with the numbers of the sources that have come since. */
  readonly names: { readonly word: string; readonly numbers: number[] }[];
  /** Numbers of the sources of words that have not come. */
  sources: number[];
}

type State =
  | { readonly kind: 'between' }
  | { readonly kind: 'string'; readonly isKey: boolean; held: string; escape: string | undefined }
  /** A quotation mark that ends a string, unless words follow. */
  | { readonly kind: 'closing'; readonly string: Extract<State, { kind: 'string' }>; held: string }
  | { readonly kind: 'number'; held: string };

const BETWEEN: State = { kind: 'between' };

/**
 * The words of one JSON value as a model writes it, each string a paragraph of its own with the numbers
 * that the value beside it names; what it says to itself, keys, labels and quoted sources do not come
 * out. Reads on where a quotation mark within a string lacks its backslash.
 */
export class JsonReader {
  readonly #next: CharacterSink;
  readonly #highestNumber: number;
  readonly #levels: Level[] = [];
  #skipped = 0;
  #state: State = BETWEEN;
  #plain = new PlainCharacters();
  /** Words of the string have been said. */
  #begun = false;
  #anything = false;
  #isDone = false;

  constructor(next: CharacterSink, highestNumber: number) {
    this.#next = next;
    this.#highestNumber = highestNumber;
  }

  /** The value has come to its end. */
  get isDone(): boolean {
    return this.#isDone;
  }

  step(character: string): void {
    const state = this.#state;
    switch (state.kind) {
      case 'between':
        this.#between(character);
        break;
      case 'string':
        this.#inString(state, character);
        break;
      case 'closing':
        this.#afterQuote(state, character);
        break;
      case 'number':
        if (/[\d.eE+-]/u.test(character)) state.held += character;
        else {
          this.#endNumber(state.held);
          this.step(character);
        }
        break;
    }
  }

  /** Nothing more comes. */
  end(): void {
    const state = this.#state;
    if (state.kind === 'string') this.#endString(state);
    else if (state.kind === 'closing') this.#endString(state.string);
    else if (state.kind === 'number') this.#endNumber(state.held);
    this.#sayNames();
  }

  #between(character: string): void {
    const level = this.#levels.at(-1);
    if (character === '{' || character === '[') this.#open(character === '{');
    else if (character === '}' || character === ']') this.#close();
    else if (this.#skipped > 0) return;
    else if (character === '"') {
      const isKey = level?.isObject === true && level.expectsKey;
      this.#state = { kind: 'string', isKey, held: '', escape: undefined };
      this.#plain = new PlainCharacters();
      this.#begun = false;
    } else if (character === ',' && level !== undefined) level.expectsKey = level.isObject;
    else if (character === ':' && level !== undefined) level.expectsKey = false;
    else if (/[\d-]/u.test(character)) this.#state = { kind: 'number', held: character };
  }

  #open(isObject: boolean): void {
    if (this.#levels.length >= MAX_DEPTH) {
      this.#skipped++;
      return;
    }
    const next = this.#levels.at(-1)?.next ?? 'words';
    const role = isObject && next === 'sources-or-words' ? 'words' : next;
    const level = { isObject, role, next: role, expectsKey: isObject };
    this.#levels.push({ ...level, said: false, saidMore: false, names: [], sources: [] });
  }

  #close(): void {
    if (this.#skipped > 0) this.#skipped--;
    else {
      this.#sayNames(this.#levels.slice(-1));
      this.#levels.pop();
    }
    this.#isDone = this.#levels.length === 0;
  }

  #inString(state: Extract<State, { kind: 'string' }>, character: string): void {
    if (state.escape !== undefined) this.#inEscape(state, state.escape + character);
    else if (character === '\\') state.escape = '';
    else if (character !== '"') this.#take(state, character);
    else if (state.isKey) this.#endString(state);
    else this.#state = { kind: 'closing', string: state, held: '' };
  }

  /** `escape`: what has come behind the backslash. */
  #inEscape(state: Extract<State, { kind: 'string' }>, escape: string): void {
    const isHex = escape.startsWith('u');
    if (isHex && escape.length <= HEX_DIGITS && /^u[\da-f]*$/iu.test(escape)) {
      state.escape = escape;
      return;
    }
    state.escape = undefined;
    const code = isHex ? Number.parseInt(escape.slice(1), 16) : Number.NaN;
    this.#take(state, Number.isNaN(code) ? (ESCAPES[escape] ?? escape) : String.fromCharCode(code));
  }

  /** Words leave as they come; what may be a single word, a key or sources waits. */
  #take(state: Extract<State, { kind: 'string' }>, characters: string): void {
    const level = this.#levels.at(-1);
    const plain = this.#plain.push(characters);
    if (this.#begun) {
      if (state.held.length <= MAX_WORD) state.held += plain;
      this.#say(plain);
    } else if (state.isKey || level?.next === 'sources') {
      if (state.held.length < Math.max(MAX_KEY, MAX_SOURCES)) state.held += plain;
    } else if (level?.next === 'sources-or-words') {
      state.held += plain;
      if (state.held.length > MAX_SOURCES || !MAY_BE_NUMBERS.test(state.held)) this.#begin(state);
    } else if (level?.next === 'words') {
      state.held += plain;
      const waits = level.isObject && level.said;
      if (state.held !== '' && !(waits && mayBeWord(state.held))) this.#begin(state);
    }
  }

  #begin(state: Extract<State, { kind: 'string' }>): void {
    this.#sayNames();
    this.#begun = true;
    for (const level of this.#levels) level.said = true;
    this.#sayApart(state.held);
  }

  #sayApart(words: string): void {
    if (this.#anything) this.#say('\n\n');
    this.#anything = true;
    this.#say(words);
  }

  #sayNames(levels: readonly Level[] = this.#levels): void {
    for (const { word, numbers } of levels.flatMap(({ names }) => names.splice(0))) {
      this.#sayApart(word);
      this.#cite(numbers);
    }
  }

  #afterQuote(state: Extract<State, { kind: 'closing' }>, character: string): void {
    if (character === ' ' || character === '\n') state.held += character;
    else if (/[,:}\]]/u.test(character)) {
      this.#endString(state.string);
      this.step(character);
    } else {
      this.#state = state.string;
      this.#take(state.string, `"${state.held}`);
      this.step(character);
    }
  }

  #endString(state: Extract<State, { kind: 'string' }>): void {
    const { isKey, held } = state;
    const level = this.#levels.at(-1);
    this.#state = BETWEEN;
    if (level === undefined) return;
    if (isKey) {
      level.next = roleOfKey(held, level.role);
      level.expectsKey = false;
      return;
    }
    if (!this.#begun && level.next === 'words' && held !== '') this.#endWord(state, level);
    if (this.#begun) {
      for (const one of this.#levels) {
        one.saidMore ||= !isWord(held);
        this.#cite(one.sources.splice(0));
      }
    } else if (mayNumber(level.next)) this.#endSources(held);
  }

  /** Beside more than words a single one is a label ("confidence": "high"), elsewhere only in small letters. */
  #endWord(state: Extract<State, { kind: 'string' }>, level: Level): void {
    if (!isWord(state.held)) this.#begin(state);
    else if (!level.saidMore && !/^\p{Ll}/u.test(state.held)) {
      level.names.push({ word: state.held, numbers: [] });
    }
  }

  #endNumber(held: string): void {
    this.#state = BETWEEN;
    const level = this.#levels.at(-1);
    if (level !== undefined && mayNumber(level.next)) this.#endSources(held);
  }

  /** They belong to the words beside them, which may come yet. */
  #endSources(held: string): void {
    const owner = this.#levels.findLast(({ role }) => role === 'words');
    const numbers = numbersNamed(held, this.#highestNumber);
    if (owner?.said === true) {
      this.#cite(numbers);
      for (const name of owner.names) name.numbers.push(...numbers);
    } else owner?.sources.push(...numbers);
  }

  #cite(numbers: readonly number[]): void {
    if (numbers.length > 0) this.#say(` [${numbers.join(', ')}]`);
  }

  #say(text: string): void {
    for (const character of text) this.#next.step(character);
  }
}

function mayBeWord(text: string): boolean {
  return text.length <= MAX_WORD && MAY_BE_WORD.test(text);
}

function isWord(text: string): boolean {
  return text.length <= MAX_WORD && words(text).length === 1;
}

function mayNumber(role: Role): boolean {
  return role === 'sources' || role === 'sources-or-words';
}

import type { CharacterSink } from './character-sink.js';
import { JsonReader } from './json-reader.js';

/** Blanks between the first two marks of an object; more are none that a program writes. */
const MAX_BLANKS = 100;
/** What a line begins with that is JSON, and what must follow it. */
const BEGINNINGS: Readonly<Record<string, string>> = { '{': '"', '[': '{' };

/**
 * Takes the words, and the numbers of their sources, out of a reply that is JSON from the beginning of
 * a line on; all else goes on as it is.
 */
export class JsonReply implements CharacterSink {
  readonly #next: CharacterSink;
  readonly #highestNumber: number;
  #reader: JsonReader | undefined;
  /** What may be the beginning of JSON. */
  #held = '';
  #atLineStart = true;

  /** @param highestNumber sentences are numbered from 1 to this */
  constructor(next: CharacterSink, highestNumber: number) {
    this.#next = next;
    this.#highestNumber = highestNumber;
  }

  step(character: string): void {
    if (this.#reader !== undefined) this.#read(this.#reader, character);
    else if (this.#held !== '') this.#maybeBegin(character);
    else if (this.#atLineStart && Object.hasOwn(BEGINNINGS, character)) this.#held = character;
    else this.#pass(character);
  }

  discard(): void {
    this.#reader = undefined;
    this.#held = '';
    this.#atLineStart = true;
    this.#next.discard();
  }

  end(): void {
    this.#release();
    this.#reader?.end();
    this.#reader = undefined;
    this.#next.end();
  }

  #maybeBegin(character: string): void {
    const isBlank = character === ' ' || character === '\n';
    if (isBlank && this.#held.length <= MAX_BLANKS) this.#held += character;
    else if (character === BEGINNINGS[this.#held.charAt(0)]) {
      const opening = this.#held.charAt(0);
      this.#held = '';
      this.#reader = new JsonReader(this.#next, this.#highestNumber);
      this.#read(this.#reader, opening);
      this.#read(this.#reader, character);
    } else {
      this.#release();
      this.step(character);
    }
  }

  #read(reader: JsonReader, character: string): void {
    reader.step(character);
    if (!reader.isDone) return;
    this.#reader = undefined;
    for (const one of '\n\n') this.#pass(one);
  }

  #release(): void {
    const held = this.#held;
    this.#held = '';
    for (const character of held) this.#pass(character);
  }

  #pass(character: string): void {
    this.#atLineStart = character === '\n' || (this.#atLineStart && character === ' ');
    this.#next.step(character);
  }
}

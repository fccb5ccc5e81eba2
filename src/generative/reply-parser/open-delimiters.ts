/**
 * Characters; a quotation or bracket that is longer was opened by mistake: it holds nothing back any
 * more.
 */
const MAX_LENGTH = 400;
/** Delimiters within each other; deeper ones are not kept account of. */
const MAX_DEPTH = 8;
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['（', '）'],
  ['「', '」'],
  ['『', '』'],
]);
const CLOSING: ReadonlySet<string> = new Set([...PAIRS.values(), '"']);

/**
 * Keeps account of quotation marks and brackets that are open, since no sentence is known to end
 * within them.
 */
export class OpenDelimiters {
  #open: { readonly closing: string; readonly at: number }[] = [];
  #length = 0;
  #closedFrom: number | undefined;

  /** `text` ends with the character. */
  add(character: string, text: string): void {
    this.#length = text.length;
    const at = text.length - character.length;
    const found = CLOSING.has(character)
      ? this.#open.findLastIndex(({ closing }) => closing === character)
      : -1;
    if (found >= 0) {
      this.#closedFrom = this.#open[0]?.at;
      this.#open = this.#open.slice(0, found);
      if (this.#open.length > 0) this.#closedFrom = undefined;
      return;
    }
    const closing =
      character === '"' && /(?:^|[\s([{—–-])"$/u.test(text.slice(-2)) ? '"' : PAIRS.get(character);
    if (closing !== undefined && this.#open.length < MAX_DEPTH) this.#open.push({ closing, at });
  }

  /**
   * Where the outermost mark stood that has been closed since the last call, once nothing is open.
   */
  takeClosed(): number | undefined {
    const from = this.#closedFrom;
    this.#closedFrom = undefined;
    return from;
  }

  /** A mark that was opened before that place is open still. */
  holds(place: number): boolean {
    this.#open = this.#open.filter(({ at }) => this.#length - at <= MAX_LENGTH);
    return this.#open.some(({ at }) => at < place);
  }

  /** The words up to `count` are gone. */
  shift(count: number): void {
    this.#open = this.#open.flatMap(({ closing, at }) =>
      at >= count ? [{ closing, at: at - count }] : [],
    );
    this.#length -= count;
  }

  clear(): void {
    this.#open = [];
    this.#closedFrom = undefined;
    this.#length = 0;
  }
}

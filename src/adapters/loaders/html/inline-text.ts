/**
 * Words of a block in the making: blanks run together as a browser shows them, line breaks that were
 * asked for kept.
 */
export class InlineText {
  #text = '';
  #blank = false;

  /** Words as they stand in the source. */
  add(words: string): void {
    const joined = words.replace(/[ \t\r\n\f]+/gu, ' ');
    if (joined.startsWith(' ')) this.#blank = true;
    const core = joined.trim() === '' ? '' : joined.replace(/^ | $/gu, '');
    if (core === '') return;
    if (this.#blank && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += ' ';
    this.#text += core;
    this.#blank = joined.endsWith(' ');
  }

  break(): void {
    this.#text = `${this.#text.trimEnd()}\n`;
    this.#blank = false;
  }

  /** Words with their own line ends. */
  addPreformatted(words: string): void {
    this.#text += words.replace(/\r\n?/gu, '\n');
    this.#blank = false;
  }

  /** Ends the block. */
  take(): string {
    const text = this.#text.replace(/^\n+/u, '').trimEnd();
    this.#text = '';
    this.#blank = false;
    return text;
  }
}

/** Ends of lines as anything may write them; `\r\n` is one. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const BLANK = /[^\S\n]/gu;
/**
 * What cannot be seen, or is no text: controls, directions of writing, zero widths, variation
 * selectors, private use, the sign for a broken character.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{DI}\ufffd]/gu;

/**
 * Cleans what arrives in pieces, wherever it is cut: well-formed text with `\n` and plain blanks,
 * all of it visible.
 */
export class PlainCharacters {
  /** A high surrogate whose other half has not come. */
  #half = '';
  #afterReturn = false;

  push(delta: string): string {
    let text = this.#half + delta;
    this.#half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? '';
    text = text.slice(0, text.length - this.#half.length);
    if (text === '') return '';
    const continued = this.#afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#afterReturn = text.endsWith('\r');
    return continued.toWellFormed().replace(LINE_END, '\n').replace(BLANK, ' ').replace(UNSEEN, '');
  }
}

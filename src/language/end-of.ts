/**
 * The longest end of a text that is made of such characters. A regular expression that ends with
 * `+$` would look at every run of them from each of its characters: quadratic where there are many.
 * @param character matches one character, without the flags `g` and `y`
 */
export function endOf(text: string, character: RegExp): string {
  let start = text.length;
  while (start > 0) {
    const isPair =
      start > 1 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(start - 2, start));
    const before = start - (isPair ? 2 : 1);
    if (!character.test(text.slice(before, start))) break;
    start = before;
  }
  return text.slice(start);
}

/** A text without its end of such characters. */
export function withoutEnd(text: string, character: RegExp): string {
  return text.slice(0, text.length - endOf(text, character).length);
}

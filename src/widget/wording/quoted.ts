export interface Quoted {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/**
 * A paragraph around the words that are quoted from it; all is `before` where it does not hold
 * them.
 */
export function quotedIn(text: string, quote: string): Quoted {
  const at = quote === '' ? -1 : text.indexOf(quote);
  const shown = flowing(text);
  return at < 0
    ? { before: shown, quote: '', after: '' }
    : {
        before: shown.slice(0, at),
        quote: shown.slice(at, at + quote.length),
        after: shown.slice(at + quote.length),
      };
}

/** A line that begins like a list item was broken on purpose. */
const ITEM = /^\s*(?:[-•–—*·]|\([a-z0-9]{1,4}\)|[a-z0-9]{1,3}\))\s/i;

/** Hard-wrapped lines flow, empty lines and list items stay; every character keeps its place. */
function flowing(text: string): string {
  return text
    .split('\n')
    .map((line, at, lines) => {
      const next = lines[at + 1];
      if (next === undefined) return line;
      return line + (line.trim() === '' || next.trim() === '' || ITEM.test(next) ? '\n' : ' ');
    })
    .join('');
}

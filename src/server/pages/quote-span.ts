import type { Span } from '../../types.js';

/**
 * The words of `text` that an address asks to have marked, `?quote=START-END`, as in a citation's
 * `start` and `end`. `undefined` where it asks for none, or for what is no part of the text: a link
 * that is wrong still opens its page.
 */
export function quoteSpan(address: string, text: string): Span | undefined {
  const [, query = ''] = address.split('?', 2);
  const [, first, last] =
    /^(\d{1,9})-(\d{1,9})$/u.exec(new URLSearchParams(query).get('quote') ?? '') ?? [];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: Number(first), end: Number(last) };
  const isPart =
    span.start < span.end &&
    span.end <= text.length &&
    !cutsPair(text, span.start) &&
    !cutsPair(text, span.end);
  return isPart ? span : undefined;
}

/** Whether the offset lies between the halves of a surrogate pair. */
function cutsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

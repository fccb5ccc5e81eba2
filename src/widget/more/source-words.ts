import { isListOf, isObject } from '../../client/is-whole.js';
import type { Place } from '../view/context.js';
import { h } from '../view/h.js';
import { appendWords } from '../view/words.js';
import { quotedIn } from '../wording/quoted.js';
import type { SourceParagraph } from './fetched-paragraphs.js';

/**
 * Fills `element` with a paragraph, the quoted words marked and in them those that decide bold;
 * returns the mark, if the paragraph holds the quote.
 */
export function fillWithSource(element: HTMLElement, place: Place): HTMLElement | undefined {
  const { before, quote, after } = quotedIn(place.text, place.quote);
  const mark = h('mark');
  let strong = appendWords(element, before);
  let at = 0;
  const append = (parent: HTMLElement, end: number): void => {
    strong = appendWords(parent, quote.slice(at, end), strong);
    at = end;
  };
  for (const { start, end } of decidingIn(place)) {
    append(mark, start - place.start);
    const deciding = h('strong', { class: 'deciding' });
    append(deciding, end - place.start);
    mark.append(deciding);
  }
  append(mark, quote.length);
  if (quote !== '') element.append(mark);
  appendWords(element, after, strong);
  return quote === '' ? undefined : mark;
}

/** A paragraph that stands beside the cited one. */
export function neighbour({ text }: SourceParagraph): HTMLElement {
  const paragraph = h('p', { class: 'around', dir: 'auto' });
  appendWords(paragraph, quotedIn(text, '').before);
  return paragraph;
}

/** What came over the wire need not lie in the quote. */
function decidingIn(place: Place): readonly { readonly start: number; readonly end: number }[] {
  const { deciding = [] } = 'deciding' in place ? place : {};
  let last = place.start;
  return (isListOf(isObject, deciding) ? deciding : []).filter(({ start, end }) => {
    const isInOrder = start >= last && end > start && end <= place.end;
    if (isInOrder) last = end;
    return isInOrder;
  });
}

import { h } from './h.js';

/**
 * Words above a list. Not a heading, whose level would hang on what the page has; the list around
 * it has them as its name.
 */
export function caption(words: string): HTMLElement {
  return h('p', { class: 'caption', 'aria-hidden': 'true' }, words);
}

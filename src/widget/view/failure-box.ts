import type { Failure } from '../asking/failure.js';
import type { Phrases } from '../../language/rules/phrases.js';
import { h } from './h.js';

/** What went wrong, and where the request itself was at fault the server's own words for it. */
export function failureBox({ kind, detail }: Failure, strings: Phrases): HTMLElement {
  const own =
    kind === 'invalid' && detail !== ''
      ? h('p', { class: 'detail', dir: 'auto' }, detail)
      : undefined;
  return h('div', { class: 'failure', part: 'failure' }, h('p', {}, strings[kind]), own);
}

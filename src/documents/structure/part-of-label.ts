import type { Label } from './label.js';
import { plainNumber, type Reading } from './numerals.js';
import type { Numbered } from './search/numbered.js';

/**
 * The label of an item within another: `26.3`, `2.1(a)`, `12.2.1°`; `60-100A` below a section sign,
 * and `5.1` within 5, which says so itself.
 */
export function partOfLabel(
  parent: Label,
  { item, number, reading }: Numbered,
  { within, sign = false }: { readonly within?: Reading | undefined; readonly sign?: boolean } = {},
): Label {
  const form = item?.form ?? '.1';
  const dotted = /^(?:[.º、 –¶]|#\.)/u.test(form);
  const outer = within?.tuple ?? [];
  const named = outer.length < reading.tuple.length && outer.length > 0;
  const printed = form.startsWith('º') ? number : plainNumber(number);
  const own =
    named && outer.every((value, index) => reading.tuple[index] === value)
      ? printed.split('.').slice(outer.length).join('.')
      : printed;
  const part = sign && /^\p{Lu}$/u.test(own) ? own : dotted ? `.${own}` : `(${own})`;
  return { type: 'part', parent, part };
}

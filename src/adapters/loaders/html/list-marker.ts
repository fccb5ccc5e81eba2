import { isTag, type Element } from 'domhandler';
import { formatNumber } from '../markup/number-formats.js';
import { has } from './dom.js';

const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** What stands before each item of a list, as a browser shows it. */
export function listMarkers(list: Element): readonly string[] {
  const items = list.children.filter(
    (child): child is Element => isTag(child) && child.name === 'li',
  );
  const type = typeOf(list);
  if (list.name !== 'ol') return items.map(() => (type === 'none' ? '' : '-'));
  const step = has(list, 'reversed') ? -1 : 1;
  let value = wholeNumber(list.attribs['start']) ?? (step === 1 ? 1 : items.length);
  return items.map((item) => {
    value = wholeNumber(item.attribs['value']) ?? value;
    const own = typeOf(item) ?? type ?? 'decimal';
    const marker = own === 'none' ? '' : `${formatNumber(value, own) ?? value}.`;
    value += step;
    return marker;
  });
}

function typeOf({ attribs }: Element): string | undefined {
  const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(attribs['style'] ?? '')?.[1];
  return styled?.toLowerCase() ?? TYPES[attribs['type'] ?? ''];
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/u.test(text) ? Number(text) : undefined;
}

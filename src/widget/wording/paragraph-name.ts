import type { Citation } from '../../protocol.js';
import type { Phrases } from '../../language/rules/phrases.js';
import { filled } from '../strings/filled.js';

/**
 * `22` as `Paragraph 22`, `preamble-3` as `Preamble 3`, `p12` as `Unnumbered paragraph 12`; other
 * labels as they are.
 */
export function paragraphName(label: string, strings: Phrases): string {
  const [, kind, number = ''] = /^(p|preamble-)(\d+)$/.exec(label) ?? [];
  if (kind === 'p') return filled(strings.unnumbered, number);
  if (kind === 'preamble-') return filled(strings.preamble, number);
  return filled(strings.paragraph, label);
}

/** A paragraph and the page of the file on which it begins, where the file has pages. */
export function placeName(
  { paragraph, page }: Pick<Citation, 'paragraph' | 'page'>,
  strings: Phrases,
): string {
  const name = paragraphName(paragraph, strings);
  return page === undefined ? name : `${name}, ${filled(strings.page, page)}`;
}

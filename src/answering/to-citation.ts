import type { Citation } from '../protocol.js';
import { describeParagraph, urlOf } from './describe-paragraph.js';
import { spanOf, textOf, type Excerpt } from './quoting/excerpt.js';

/**
 * An excerpt as it goes over the wire, with its number in the answer. The quote is sliced from the
 * source: no other text can become one.
 */
export function toCitation(excerpt: Excerpt, number: number): Citation {
  const { paragraph } = excerpt;
  return {
    number,
    ...describeParagraph(paragraph),
    quote: textOf(excerpt),
    ...spanOf(excerpt),
    url: urlOf(paragraph),
  };
}

import type { FinishedTurn } from '../../conversation/turn.js';
import { placeName } from '../../wording/paragraph-name.js';
import { sourceAddress } from '../../wording/source-address.js';
import { citedPlaces } from './cited-places.js';
import type { FormatOptions } from './format.js';

/** The paragraphs that a conversation cites as CSL-JSON, which reference managers read. */
export function cslJson(
  turns: readonly FinishedTurn[],
  { server, strings, now }: FormatOptions,
): string {
  const accessed = [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()];
  const items = citedPlaces(turns).map(({ key, citation }) => ({
    id: key,
    type: 'treaty',
    title: citation.documentTitle,
    section: placeName(citation, strings),
    URL: sourceAddress(server, citation),
    accessed: { 'date-parts': [accessed] },
    note: citation.quote.replaceAll('**', ''),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

import type { ChatReply } from '../../../protocol.js';
import type { Phrases } from '../../../language/rules/phrases.js';
import { placeName } from '../../wording/paragraph-name.js';
import { sourceAddress } from '../../wording/source-address.js';

/**
 * An answer to paste elsewhere: plain text with its numbers, and below it what each stands for,
 * with a whole address.
 */
export function copiedAnswer(
  { answer, citations }: ChatReply,
  { server, strings }: { readonly server: string; readonly strings: Phrases },
): string {
  const sources = citations.map((citation) => {
    const place = [citation.documentTitle, ...citation.section, placeName(citation, strings)].join(
      ', ',
    );
    return [
      `[${citation.number}] ${place}: “${plain(citation.quote)}”`,
      sourceAddress(server, citation),
    ]
      .filter(Boolean)
      .join(' ');
  });
  return [plain(answer), ...(sources.length === 0 ? [] : [sources.join('\n')])].join('\n\n');
}

function plain(text: string): string {
  return text.replaceAll('**', '').trim();
}

import { printableLine } from '../documents/printable-line.js';
import type { ChatReply, Citation } from '../protocol.js';

/** Markdown draws a line of it; a reader of the bare text sees three dashes. */
const BREAK = '\n\n---\n\n';
/** Of a quote: enough to see that it is the one. */
const MAX_QUOTE_CHARACTERS = 300;

type Place = Pick<Citation, 'documentTitle' | 'paragraph' | 'quote'>;

/**
 * What stands below an answer for clients that show nothing but its text: the notice, and each
 * source with its words and a link, by its number; of an abstention what came nearest, without
 * numbers. Markdown, and no word of any language.
 * @param addressOf where a place can be read
 * @returns empty where there is nothing to add
 */
export function readableSources(
  reply: ChatReply,
  addressOf: (place: Pick<Citation, 'documentId' | 'paragraph' | 'url'>) => string,
): string {
  const { answered, notice } = reply;
  const places = answered
    ? reply.citations.map(
        (citation) => `${citation.number}. ${lineOf(citation, addressOf(citation))}`,
      )
    : reply.nearest.map((passage) => `- ${lineOf(passage, addressOf(passage))}`);
  const parts = [...(notice === undefined ? [] : [notice]), ...joined(places)];
  return parts.length === 0 ? '' : BREAK + parts.join('\n\n');
}

/** What was answered, of an answer that comes back with what stood below it. */
export function withoutSources(text: string): string {
  const at = text.lastIndexOf(BREAK);
  return at < 0 ? text : text.slice(0, at);
}

function joined(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function lineOf({ documentTitle, paragraph, quote }: Place, address: string): string {
  const place = literal(printableLine(`${documentTitle}, ${paragraph}`));
  return `[${place}](${address}): “${literal(printableLine(quote, MAX_QUOTE_CHARACTERS))}”`;
}

/** Letters that Markdown would take for its own. */
function literal(line: string): string {
  return line.replace(/[\\[\]<*_`]/gu, '\\$&');
}

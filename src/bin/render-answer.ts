import { printableLine } from '../documents/printable-line.js';
import type { ChatReply, Citation } from '../protocol.js';

/** Of the words that came nearest: enough to know whether to read it. */
const MAX_NEAREST_CHARACTERS = 200;

/** A reply for the terminal: citations below it, or what came nearest. */
export function renderAnswer(reply: ChatReply): string {
  if (!reply.answered) {
    const nearest = reply.nearest.map(
      ({ documentTitle, quote, ...place }) =>
        `  ${printableLine(documentTitle)}, ${placeIn(place)}\n    “${printableLine(quote, MAX_NEAREST_CHARACTERS)}”`,
    );
    return [
      printableLine(reply.answer),
      ...noticeLines(reply),
      ...(nearest.length > 0 ? ['', 'Closest words:', ...nearest] : []),
    ].join('\n');
  }
  const sources = reply.citations.map(
    ({ number, documentTitle, section, quote, url, ...paragraph }) => {
      const place = printableLine([...new Set([documentTitle, ...section])].join(' · '));
      return `[${number}] ${place}, ${placeIn(paragraph)} (${url})\n    “${printableLine(quote)}”`;
    },
  );
  const said = reply.answer.split('\n').map((line) => printableLine(line));
  return [...said, ...noticeLines(reply), '', ...sources].join('\n');
}

function placeIn({ paragraph, page }: Pick<Citation, 'paragraph' | 'page'>): string {
  return printableLine(page === undefined ? paragraph : `${paragraph}, page ${page}`);
}

function noticeLines({ notice }: ChatReply): string[] {
  return notice === undefined ? [] : ['', printableLine(notice)];
}

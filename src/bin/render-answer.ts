import { printableLine } from '../documents/printable-line.js';
import type { ChatReply } from '../protocol.js';

/** Of the words that came nearest: enough to know whether to read it. */
const MAX_NEAREST_CHARACTERS = 200;

/** A reply for the terminal: citations below it, or what came nearest. */
export function renderAnswer(reply: ChatReply): string {
  if (!reply.answered) {
    const nearest = reply.nearest.map(
      ({ documentTitle, paragraph, quote }) =>
        `  ${printableLine(documentTitle)}, ${paragraph}\n    “${printableLine(quote, MAX_NEAREST_CHARACTERS)}”`,
    );
    return [
      printableLine(reply.answer),
      ...noticeLines(reply),
      ...(nearest.length > 0 ? ['', 'Closest words:', ...nearest] : []),
    ].join('\n');
  }
  const sources = reply.citations.map(
    ({ number, documentTitle, section, paragraph, quote, url }) => {
      const place = printableLine([...new Set([documentTitle, ...section])].join(' · '));
      return `[${number}] ${place}, ${paragraph} (${url})\n    “${printableLine(quote)}”`;
    },
  );
  const said = reply.answer.split('\n').map((line) => printableLine(line));
  return [...said, ...noticeLines(reply), '', ...sources].join('\n');
}

function noticeLines({ notice }: ChatReply): string[] {
  return notice === undefined ? [] : ['', printableLine(notice)];
}

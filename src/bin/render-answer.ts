import { oneLine } from '../documents/one-line.js';
import type { ChatReply } from '../protocol.js';

/** Of a paragraph that came near: enough to know whether to read it. */
const MAX_NEAREST_CHARACTERS = 200;

/** A reply for the terminal: citations below it, or what came nearest. */
export function renderAnswer(reply: ChatReply): string {
  if (!reply.answered) {
    const nearest = reply.nearest.map(
      ({ documentTitle, paragraph, text }) =>
        `  ${oneLine(documentTitle)}, ${paragraph}\n    ${oneLine(text, MAX_NEAREST_CHARACTERS)}`,
    );
    return [
      oneLine(reply.answer),
      ...(nearest.length > 0 ? ['', 'Nearest paragraphs:', ...nearest] : []),
    ].join('\n');
  }
  const sources = reply.citations.map(
    ({ number, documentTitle, section, paragraph, quote, url }) => {
      const place = oneLine([...new Set([documentTitle, ...section])].join(' · '));
      return `[${number}] ${place}, ${paragraph} (${url})\n    “${oneLine(quote)}”`;
    },
  );
  return [...reply.answer.split('\n').map((line) => oneLine(line)), '', ...sources].join('\n');
}

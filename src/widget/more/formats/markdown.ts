import type { Citation } from '../../../protocol.js';
import type { FinishedTurn } from '../../conversation/turn.js';
import { splitAnswer } from '../../wording/answer-splitter.js';
import { placeName } from '../../wording/paragraph-name.js';
import { sourceAddress } from '../../wording/source-address.js';
import type { FormatOptions } from './format.js';

/**
 * A conversation as Markdown: each question a heading, each number a footnote with the words that
 * it stands on and where they are.
 */
export function markdown(turns: readonly FinishedTurn[], options: FormatOptions): string {
  const notes: string[] = [];
  const parts = turns.map(({ question, reply }) => {
    const numbers = new Map<number, number>();
    const answer = splitAnswer(reply.answer, (number) => citationOf(reply, number) !== undefined)
      .map((part) => {
        if (part.kind === 'words') return words(part.text, part.strong);
        const citation = citationOf(reply, part.number);
        const known = numbers.get(part.number);
        if (citation === undefined || known !== undefined) return `[^${known ?? 0}]`;
        notes.push(note(citation, options));
        numbers.set(part.number, notes.length);
        return `[^${notes.length}]`;
      })
      .join('');
    return `## ${oneLine(plain(question))}\n\n${answer.replace(/\s?\[\^/g, '[^').trim()}\n`;
  });
  const footnotes = notes.map((text, at) => `[^${at + 1}]: ${text}\n`);
  return [...parts, footnotes.join('')].filter((part) => part !== '').join('\n');
}

function citationOf({ citations }: FinishedTurn['reply'], number: number): Citation | undefined {
  return citations.find((citation) => citation.number === number);
}

function note(citation: Citation, { server, strings }: FormatOptions): string {
  const place = [citation.documentTitle, ...citation.section, placeName(citation, strings)];
  const name = plain(place.join(', '));
  const address = sourceAddress(server, citation);
  const link = address === undefined ? name : `[${name}](${address})`;
  return oneLine(`${link}: “${plain(citation.quote.replaceAll('**', ''))}”`);
}

function words(text: string, strong: boolean): string {
  const lines = plain(text.replaceAll('\u2028', '\n'));
  return strong && text.trim() !== '' ? `**${lines}**` : lines;
}

/** Signs that Markdown would take for its own. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

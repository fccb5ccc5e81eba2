import { printableLine } from '../documents/printable-line.js';
import type { ChatReply, Citation } from '../protocol.js';
import { bold, dim, emphasised, wrapped, type Terminal } from './terminal.js';

/** Of the words that came nearest: enough to know whether to read it. */
const MAX_NEAREST_CHARACTERS = 200;
const MARGIN = '    ';

export interface RenderOptions {
  readonly terminal: Terminal;
  /** Where the pages that citations lead to are served: `http://127.0.0.1:3000`. */
  readonly server: string;
}

/** A reply for the terminal: citations below it or what came nearest, and what else may be asked. */
export function renderAnswer(reply: ChatReply, options: RenderOptions): string {
  const { terminal } = options;
  const said = reply.answer
    .split('\n')
    .map((line) => wrapped(emphasised(printableLine(line), terminal), terminal));
  const notice =
    reply.notice === undefined ? [] : ['', wrapped(printableLine(reply.notice), terminal)];
  return [
    ...said,
    ...notice,
    ...(reply.answered ? ['', ...sourcesOf(reply, options)] : nearestOf(reply, options)),
    ...suggestionsOf(reply, terminal),
  ].join('\n');
}

function sourcesOf(
  { citations }: Pick<ChatReply & { answered: true }, 'citations'>,
  { terminal, server }: RenderOptions,
): string[] {
  return citations.flatMap(({ number, documentTitle, section, quote, url, ...paragraph }) => {
    const place = printableLine([...new Set([documentTitle, ...section])].join(' · '));
    const link = new URL(url, server).href;
    return [
      wrapped(`[${number}] ${place}, ${bold(placeIn(paragraph), terminal)} (${link})`, terminal),
      wrapped(`“${printableLine(quote)}”`, terminal, MARGIN),
    ];
  });
}

function nearestOf(
  { nearest }: Pick<ChatReply & { answered: false }, 'nearest'>,
  { terminal }: RenderOptions,
): string[] {
  if (nearest.length === 0) return [];
  const passages = nearest.flatMap(({ documentTitle, quote, ...place }) => [
    wrapped(`${printableLine(documentTitle)}, ${bold(placeIn(place), terminal)}`, terminal, '  '),
    wrapped(`“${printableLine(quote, MAX_NEAREST_CHARACTERS)}”`, terminal, MARGIN),
  ]);
  return ['', 'Closest words:', ...passages];
}

function suggestionsOf({ suggestions = [] }: ChatReply, terminal: Terminal): string[] {
  if (suggestions.length === 0) return [];
  const lines = suggestions.map((question) => wrapped(printableLine(question), terminal, '  '));
  return ['', dim('You may also ask:', terminal), ...lines];
}

function placeIn({ paragraph, page }: Pick<Citation, 'paragraph' | 'page'>): string {
  return printableLine(page === undefined ? paragraph : `${paragraph}, page ${page}`);
}

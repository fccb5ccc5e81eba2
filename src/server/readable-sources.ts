import { printableLine } from '../documents/printable-line.js';
import { detectLanguage } from '../language/detect-language.js';
import type { Phrases } from '../language/rules/phrases.js';
import { COMMON_PHRASES, SPOKEN } from '../language/spoken.js';
import type { ChatReply, Citation } from '../protocol.js';
import type { Document } from '../types.js';

/** Markdown draws a line of it; a reader of the bare text sees three dashes. */
const BREAK = '\n\n---\n\n';
/** Of a quote: enough to see that it is the one. */
const MAX_QUOTE_CHARACTERS = 300;

type Place = Pick<Citation, 'documentTitle' | 'paragraph' | 'quote'>;

export interface ReadableSourcesOptions {
  /** What was asked, and of which texts: the headings are in its language. */
  readonly question: string;
  readonly documents: readonly Pick<Document, 'language'>[];
  /** Where a place can be read. */
  readonly addressOf: (place: Pick<Citation, 'documentId' | 'paragraph' | 'url'>) => string;
}

/**
 * What stands below an answer for clients that show nothing but its text: the notice, and each
 * source with its words and a link, by its number; of an abstention what came nearest, without
 * numbers. Markdown.
 * @returns empty where there is nothing to add
 */
export function readableSources(reply: ChatReply, options: ReadableSourcesOptions): string {
  const { addressOf } = options;
  const { sources, nearest } = phrasesFor(options);
  const { answered, notice } = reply;
  const lines = answered
    ? reply.citations.map((cited) => `${cited.number}. ${lineOf(cited, addressOf(cited))}`)
    : reply.nearest.map((passage) => `- ${lineOf(passage, addressOf(passage))}`);
  const parts = [
    ...(notice === undefined ? [] : [notice]),
    ...(lines.length === 0 ? [] : [`**${answered ? sources : nearest}**`, lines.join('\n')]),
  ];
  return parts.length === 0 ? '' : BREAK + parts.join('\n\n');
}

function phrasesFor({ question, documents }: ReadableSourcesOptions): Phrases {
  const languages = documents.map(({ language }) => language);
  const asked = detectLanguage(question, { languages, holds: () => false });
  return SPOKEN.get(asked) ?? COMMON_PHRASES;
}

/** What was answered, of an answer that comes back with what stood below it. */
export function withoutSources(text: string): string {
  const at = text.lastIndexOf(BREAK);
  return at < 0 ? text : text.slice(0, at);
}

function lineOf({ documentTitle, paragraph, quote }: Place, address: string): string {
  const place = literal(printableLine(`${documentTitle}, ${paragraph}`));
  return `[${place}](${address}): “${literal(printableLine(quote, MAX_QUOTE_CHARACTERS))}”`;
}

/** Letters that Markdown would take for its own. */
function literal(line: string): string {
  return line.replace(/[\\[\]<*_`]/gu, '\\$&');
}

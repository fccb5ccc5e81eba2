import { directionOf } from '../../language/direction.js';
import { html, type Html } from './markup.js';
import type { Document, DocumentMetadata, Span } from '../../types.js';
import type { DocumentLibrary } from '../dependencies.js';
import { documentUrl, sourceUrl } from '../document-reply.js';
import { contents, CONTENTS_ID } from './contents.js';
import { withQuote, type SetText } from './document-blocks.js';
import { MAIN_ID } from './page-frame.js';
import { readableDate } from './readable-date.js';

/**
 * From so many paragraphs on, only those near the window are laid out; below, the browser is quick
 * enough, and scrolls exactly.
 */
const LONG_FROM_PARAGRAPHS = 500;

export interface DocumentPageOptions {
  /** The texts among which the page leads on. */
  readonly documents: DocumentLibrary;
  /** Whether the file itself is served. */
  readonly hasSource?: boolean;
  /** What a link asked to have marked; offsets into the document's text. */
  readonly quote?: Span | undefined;
}

/** A text to read: contents, and every paragraph under its permanent address. */
export function documentPage(
  text: SetText,
  { documents, hasSource = false, quote }: DocumentPageOptions,
): Html {
  const { document, blocks } = text;
  const { title, language } = document;
  const nav = contents(blocks, language);
  const className = document.paragraphs.length < LONG_FROM_PARAGRAPHS ? 'text' : 'text long';
  return html`<header class="site"><a href="/">Ask the texts</a></header>
<main class="document" id="${MAIN_ID}">
<header class="title">
<h1 lang="${language}" dir="auto">${title}</h1>
<p class="meta">${facts(document, hasSource)}</p>
</header>
<div class="columns">
${nav}<article class="${className}" lang="${language}" dir="${directionOf(language)}">
${withQuote(text, quote)}</article>
</div>
${nav === undefined ? '' : html`<a class="to-contents" href="#${CONTENTS_ID}">Contents</a>\n`}</main>
${neighbours(document, documents.list())}<p class="status" role="status"></p>`;
}

/** What is known about a text in one line, for search engines and previews. */
export function descriptionOf({ date, place, paragraphs }: Document): string {
  const known = [
    place,
    date === undefined ? undefined : readableDate(date),
    count(paragraphs.length),
  ];
  return `${known.filter((part) => part !== undefined).join(', ')}, each with a permanent address.`;
}

function facts({ id, date, place, paragraphs }: Document, hasSource: boolean): Html {
  const known = [
    date === undefined ? undefined : html`<time datetime="${date}">${readableDate(date)}</time>`,
    place,
    count(paragraphs.length),
    hasSource ? html`<a href="${sourceUrl(id)}">Original file</a>` : undefined,
  ];
  const parts = known
    .filter((part) => part !== undefined)
    .map((part, at) => (at === 0 ? html`${part}` : html` · ${part}`));
  return html`${parts}`;
}

function count(paragraphs: number): string {
  return `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}`;
}

function neighbours(document: Document, all: readonly DocumentMetadata[]): Html | undefined {
  const at = all.findIndex(({ id }) => id === document.id);
  if (at < 0 || all.length < 2) return undefined;
  const link = (
    other: DocumentMetadata | undefined,
    { rel, words }: { readonly rel: 'prev' | 'next'; readonly words: string },
  ): Html =>
    other === undefined
      ? html``
      : html`<a class="${rel}" rel="${rel}" href="${documentUrl(other.id)}"><span>${words}</span>
<cite lang="${other.language}" dir="auto">${other.title}</cite></a>\n`;
  const links = [
    link(all[at - 1], { rel: 'prev', words: 'Previous text' }),
    link(all[at + 1], { rel: 'next', words: 'Next text' }),
  ];
  return html`<nav class="neighbours" aria-label="Other texts">
${links}</nav>
`;
}

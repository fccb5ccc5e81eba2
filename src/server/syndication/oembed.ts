import type { z } from 'zod';
import { paragraphAnchor } from '../../documents/paragraph-address.js';
import { printableLine } from '../../documents/printable-line.js';
import { DeclarationChatError } from '../../errors.js';
import type { Document } from '../../types.js';
import type { DocumentLibrary } from '../dependencies.js';
import { descriptionOf } from '../pages/document-page.js';
import { html } from '../pages/markup.js';
import { quoteSpan } from '../pages/quote-span.js';
import type { oEmbed } from '../schemas/syndication-schemas.js';

/** Wide enough for a paragraph; whoever asks may want less. */
const WIDTH = 600;
const HEIGHT = 240;
const MAX_QUOTE_CHARACTERS = 1_200;

export interface OEmbedRequest {
  /** Of a page of this server. */
  readonly url: string;
  readonly maxWidth?: number;
}

/**
 * What another site shows in the place of a link to a text: the words or the paragraph that it leads
 * to, https://oembed.com.
 * @param address of this server
 * @throws DeclarationChatError `not-found` where it leads to no text of this server
 */
export async function oEmbedOf(
  { url, maxWidth = WIDTH }: OEmbedRequest,
  documents: DocumentLibrary,
  address: string,
): Promise<z.output<typeof oEmbed>> {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  const [, id = ''] = /^\/documents\/([^/]+)$/u.exec(page?.pathname ?? '') ?? [];
  const document = await documents.get(decoded(id));
  if (page?.host !== new URL(address).host || document === undefined) {
    throw new DeclarationChatError('not-found', 'The address leads to no text of this server.');
  }
  const { words, title } = shownOf(document, page);
  const link = address + page.pathname + page.search + page.hash;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Ask the texts',
    provider_url: `${address}/`,
    width: Math.min(WIDTH, maxWidth),
    height: HEIGHT,
    html: html`<blockquote cite="${link}" lang="${document.language}"><p>${words}</p>
<footer><a href="${link}">${title}</a></footer></blockquote>`.markup,
  };
}

function shownOf(
  document: Document,
  { hash, pathname, search }: URL,
): { readonly words: string; readonly title: string } {
  const paragraph = document.paragraphs.find(({ label }) => `#${paragraphAnchor(label)}` === hash);
  const span = quoteSpan(pathname + search, document.text) ?? paragraph;
  const title = printableLine(
    paragraph === undefined ? document.title : `${document.title}, ${paragraph.label}`,
  );
  if (span === undefined) return { words: descriptionOf(document), title };
  const words = document.text.slice(span.start, span.end);
  return { words: printableLine(words, MAX_QUOTE_CHARACTERS), title };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

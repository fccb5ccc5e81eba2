import { html, type Html } from './markup.js';
import { paragraphAnchor } from '../../documents/paragraph-address.js';
import type { Document, Paragraph, Span } from '../../types.js';
import { documentUrl } from '../document-reply.js';
import { readingOrder, type Block } from './reading-order.js';
import { inline, wording } from './wording.js';

/** A block of a page; a heading has an id that the contents lead to. */
export type BlockWithId = Exclude<Block, { kind: 'heading' }> | HeadingWithId;
export type HeadingWithId = Extract<Block, { kind: 'heading' }> & { readonly id: string };

/** Headings are numbered in order; a number that a paragraph already has as its address is passed over. */
function documentBlocks(document: Document): readonly BlockWithId[] {
  const taken = new Set(document.paragraphs.map(({ label }) => paragraphAnchor(label)));
  let number = 0;
  return readingOrder(document).map((block) => {
    if (block.kind !== 'heading') return block;
    do number += 1;
    while (taken.has(`section-${number}`));
    return { ...block, id: `section-${number}` };
  });
}

/** A text set once for all who read it; only what a link asks to have marked is set anew. */
export interface SetText {
  readonly document: Document;
  readonly blocks: readonly BlockWithId[];
  /** The markup of each block, nothing marked. */
  readonly markup: readonly Html[];
}

export function setText(document: Document): SetText {
  const blocks = documentBlocks(document);
  return {
    document,
    blocks,
    markup: blocks.map((block) => blockHtml(block, { document, quote: undefined })),
  };
}

/** The blocks' markup with the quote marked; offsets into the document's text. */
export function withQuote(
  { document, blocks, markup }: SetText,
  quote: Span | undefined,
): readonly Html[] {
  if (quote === undefined) return markup;
  const isTouched = (block: BlockWithId): boolean =>
    block.kind === 'paragraph' &&
    block.paragraph.start < quote.end &&
    quote.start < block.paragraph.end;
  return blocks.map((block, at) =>
    isTouched(block) ? blockHtml(block, { document, quote }) : (markup[at] ?? html``),
  );
}

interface Setting {
  readonly document: Document;
  readonly quote: Span | undefined;
}

function blockHtml(block: BlockWithId, setting: Setting): Html {
  switch (block.kind) {
    case 'heading':
      return heading(block);
    case 'aside':
      return html`<p class="aside">${inline(block.text)}</p>\n`;
    case 'paragraph':
      return paragraphHtml(block.paragraph, setting);
  }
}

function heading({ id, depth, text }: HeadingWithId): Html {
  if (depth === 0) return html`<h2 id="${id}">${inline(text)}</h2>\n`;
  if (depth === 1) return html`<h3 id="${id}">${inline(text)}</h3>\n`;
  return html`<h4 id="${id}">${inline(text)}</h4>\n`;
}

function paragraphHtml(paragraph: Paragraph, { document, quote }: Setting): Html {
  const { label, page, start, bodyStart, end } = paragraph;
  const name = page === undefined ? label : `${label}, page ${page}`;
  const anchor = paragraphAnchor(label);
  const printed = document.text.slice(start, bodyStart).trim();
  const marked =
    quote === undefined
      ? undefined
      : { start: quote.start - bodyStart, end: quote.end - bodyStart };
  return html`<div class="paragraph" id="${anchor}">
<a class="number" href="#${anchor}"
 title="${page === undefined ? '' : `Page ${page}. `}Permanent link to this paragraph"
 aria-label="Paragraph ${name}, permanent link">${printed === '' ? '¶' : inline(printed)}</a>
<div class="wording">${wording(document.text.slice(bodyStart, end), marked)}</div>
${isFirstMarked(paragraph, quote) ? markNote(document, anchor) : ''}</div>
`;
}

function isFirstMarked({ bodyStart, start, end }: Paragraph, quote: Span | undefined): boolean {
  return quote !== undefined && quote.start >= start && quote.start < end && quote.end > bodyStart;
}

function markNote({ id }: Document, anchor: string): Html {
  const remove = html`<a href="${documentUrl(id)}#${anchor}">Remove the mark</a>`;
  return html`<p class="mark-note" lang="en" dir="ltr">Marked by the link that led here. ${remove}</p>\n`;
}

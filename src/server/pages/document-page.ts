import { paragraphAnchor } from '../../text/anchor.js';
import type { Document, Paragraph } from '../../types.js';
import { html, type Html } from '../../text/html.js';
import { readableDate } from './readable-date.js';
import { readingOrder, type Block } from './reading-order.js';
import { inline, wording } from './wording.js';

/** A text to read: contents, and every paragraph under its permanent address. */
export function documentPage(document: Document): Html {
  const blocks = withHeadingIds(document);
  const { title, date, place, language, paragraphs } = document;
  return html`<header class="site"><a href="/">Ask the texts</a></header>
<main class="document" lang="${language}" dir="auto">
<h1>${title}</h1>
<p class="meta" lang="en" dir="ltr">${separated([
    date === undefined ? undefined : html`<time datetime="${date}">${readableDate(date)}</time>`,
    place,
    `${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`,
  ])}</p>
${withContents(
    contents(blocks),
    html`<article class="text">
${blocks.map((block) => blockHtml(block, document))}</article>`,
  )}
</main>`;
}

function withContents(contents: Html | undefined, article: Html): Html {
  return contents === undefined ? article : html`<div class="with-contents">\n${contents}\n${article}\n</div>`;
}

type BlockWithId = Block & { readonly id?: string };

/** Headings are numbered in order; a number that a paragraph already has as its address is passed over. */
function withHeadingIds(document: Document): readonly BlockWithId[] {
  const taken = new Set(document.paragraphs.map(({ label }) => paragraphAnchor(label)));
  let number = 0;
  return readingOrder(document).map((block) => {
    if (block.kind !== 'heading') return block;
    do number += 1;
    while (taken.has(`section-${number}`));
    return { ...block, id: `section-${number}` };
  });
}

function contents(blocks: readonly BlockWithId[]): Html | undefined {
  const entries = blocks.flatMap((block) =>
    block.kind === 'heading' && block.id !== undefined
      ? [html`<li class="depth-${Math.min(block.depth, 3)}"><a href="#${block.id}">${inline(block.text)}</a></li>`]
      : [],
  );
  if (entries.length < 2) return undefined;
  return html`<nav class="contents" aria-label="Contents">
<details open>
<summary lang="en">Contents</summary>
<ol>${entries}</ol>
</details>
</nav>`;
}

function blockHtml(block: BlockWithId, document: Document): Html {
  switch (block.kind) {
    case 'heading':
      return heading(block.id ?? '', block);
    case 'aside':
      return html`<p class="aside">${inline(block.text)}</p>`;
    case 'paragraph':
      return paragraphHtml(block.paragraph, document);
  }
}

function heading(id: string, { depth, text }: Extract<Block, { kind: 'heading' }>): Html {
  if (depth === 0) return html`<h2 id="${id}">${inline(text)}</h2>`;
  if (depth === 1) return html`<h3 id="${id}">${inline(text)}</h3>`;
  return html`<h4 id="${id}">${inline(text)}</h4>`;
}

function paragraphHtml({ label, start, bodyStart, end }: Paragraph, document: Document): Html {
  const anchor = paragraphAnchor(label);
  const printed = document.text.slice(start, bodyStart).trim();
  return html`<div class="paragraph" id="${anchor}">
<a class="number" href="#${anchor}" title="Permanent link to this paragraph" aria-label="Paragraph ${label}, permanent link">${printed === '' ? '¶' : inline(printed)}</a>
<div class="wording">${wording(document.text.slice(bodyStart, end))}</div>
</div>
`;
}

function separated(parts: readonly (Html | string | undefined)[]): readonly Html[] {
  return parts.filter((part) => part !== undefined).map((part, at) => (at === 0 ? html`${part}` : html` · ${part}`));
}

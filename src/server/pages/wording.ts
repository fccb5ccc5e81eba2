import { html, type Html } from '../../text/html.js';

/** The source's own words as paragraphs; `**bold**` is shown as bold, hard-wrapped lines flow, list items keep their line. */
export function wording(text: string): readonly Html[] {
  return text
    .split(/(?:\r?\n[^\S\n]*){2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${lines(part.trim())}</p>`);
}

/** A line that begins like a list item was broken on purpose. */
const ITEM_BREAK = /\r?\n[^\S\n]*(?=(?:[-•–—*·]|\([a-z0-9]{1,4}\)|[a-z0-9]{1,3}\))\s)/i;

function lines(part: string): readonly Html[] {
  return part.split(ITEM_BREAK).map((line, at) => (at === 0 ? inline(line) : html`<br>${inline(line)}`));
}

/** One line of text with its bold words. */
export function inline(text: string): Html {
  return html`${text.split(/\*\*([^*]+)\*\*/).map((part, at) => (at % 2 === 1 ? html`<strong>${part}</strong>` : part))}`;
}

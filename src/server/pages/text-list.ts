import type { ListedDocument } from '../../ports/search-index.js';
import { documentUrl } from '../document-reply.js';
import { html, type Html } from './markup.js';
import { paragraphCount, type PageWording } from './page-wording.js';
import { readableDate } from './readable-date.js';

/** As many as a reader looks through; where there are more, these are the first of them. */
export const LISTED_AT_FIRST = 40;
/** The page with all of them; its script takes them from there too. */
const ALL_TEXTS = '/?texts=all';

/** Whether an address is that of the page that lists all. */
export function asksForAllTexts(address: string): boolean {
  const [, query = ''] = address.split('?', 2);
  return new URLSearchParams(query).get('texts') === 'all';
}

export interface TextListOptions {
  readonly wording: PageWording;
  /** However many there are. */
  readonly all: boolean;
}

/**
 * The texts, each to read and to stay within. A few are all ticked; of many none is, and all are
 * searched until some are.
 */
export function textList(
  documents: readonly ListedDocument[],
  { wording, all }: TextListOptions,
): Html {
  const { phrases } = wording;
  const isLong = documents.length > LISTED_AT_FIRST;
  const listed = all ? documents : documents.slice(0, LISTED_AT_FIRST);
  return html`<fieldset${isLong ? html` class="long"` : ''}>
<legend>${phrases.textsToSearch}</legend>
${isLong ? finding(wording) : ''}<ul>
${listed.map((document, at) => textEntry(document, { at, wording, isTicked: !isLong }))}</ul>
</fieldset>
${listed.length < documents.length ? showAll(documents.length, wording) : ''}`;
}

function finding({ phrases }: PageWording): Html {
  return html`<p class="note">${phrases.unlessTicked}</p>
<input type="search" id="find-text" placeholder="${phrases.findText}" aria-label="${phrases.findText}"
data-none-found="${phrases.noneFound}" autocomplete="off" hidden>
`;
}

function showAll(count: number, { language, phrases }: PageWording): Html {
  const words = phrases.showAll.replace('{}', new Intl.NumberFormat(language).format(count));
  return html`<a class="show-all" href="${ALL_TEXTS}">${words}</a>
`;
}

interface EntryOptions {
  readonly at: number;
  readonly wording: PageWording;
  readonly isTicked: boolean;
}

function textEntry(
  { id, title, date, place, language, paragraphCount: count }: ListedDocument,
  { at, wording, isTicked }: EntryOptions,
): Html {
  const { read, readText } = wording.phrases;
  const about = [
    place,
    date === undefined ? undefined : readableDate(date, wording.language),
    paragraphCount(count, wording),
  ].filter((part) => part !== undefined);
  const parts = about.map((part, i) => html`${i === 0 ? '' : ' · '}<bdi>${part}</bdi>`);
  return html`<li>
<input type="checkbox" id="text-${at}" value="${id}" autocomplete="off"${isTicked ? html` checked` : ''}>
<label for="text-${at}" lang="${language}" dir="auto">${title}</label>
<span class="about">${parts} ·
<a href="${documentUrl(id)}" aria-label="${readText.replace('{}', () => title)}">${read}</a></span>
</li>
`;
}

import { descriptionOf } from '../pages/document-page.js';
import { documentUrl } from '../document-reply.js';
import type { Document } from '../../types.js';
import type { z } from 'zod';
import type { jsonFeed } from '../schemas/syndication-schemas.js';

/** Of each text, in characters: a feed shows what there is, its links lead to the whole. */
const MAX_CHARACTERS = 20_000;

/** The texts as a JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
export function feedOf(documents: readonly Document[], address: string): z.output<typeof jsonFeed> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Texts',
    home_page_url: `${address}/`,
    feed_url: `${address}/feed.json`,
    items: documents.map((document) => {
      const { id, title, date, language } = document;
      const url = address + documentUrl(id);
      // A feed wants a day; of a year or a month none is known.
      const day = date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : undefined;
      return {
        id: url,
        url,
        title,
        summary: descriptionOf(document),
        content_text: beginningOf(document),
        language,
        ...(day === undefined ? {} : { date_published: `${day}T00:00:00Z` }),
      };
    }),
  };
}

/** The whole of a short text, the first paragraphs of a long one. */
function beginningOf({ text, paragraphs }: Document): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const last = paragraphs.findLast(({ end }) => end <= MAX_CHARACTERS);
  return `${text.slice(0, last?.end ?? MAX_CHARACTERS).toWellFormed()}\n\n…`;
}

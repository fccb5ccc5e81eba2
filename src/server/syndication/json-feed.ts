import { descriptionOf } from '../pages/document-page.js';
import { documentUrl } from '../document-reply.js';
import type { DocumentLibrary } from '../dependencies.js';
import type { Document, DocumentMetadata } from '../../types.js';
import type { z } from 'zod';
import type { jsonFeed } from '../schemas/syndication-schemas.js';

/** Of each text, in characters: a feed shows what there is, its links lead to the whole. */
const MAX_CHARACTERS = 20_000;

/** Readers of feeds show so many at a time. */
const MAX_ITEMS = 50;

/**
 * The texts as a JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/; of very many the latest.
 */
export async function feedOf(
  library: DocumentLibrary,
  address: string,
): Promise<z.output<typeof jsonFeed>> {
  const loaded = await Promise.all(latest(library.list()).map(({ id }) => library.get(id)));
  const documents = loaded.filter((document) => document !== undefined);
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

function latest(documents: readonly DocumentMetadata[]): readonly DocumentMetadata[] {
  if (documents.length <= MAX_ITEMS) return documents;
  return documents
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, MAX_ITEMS);
}

/** The whole of a short text, the first paragraphs of a long one. */
function beginningOf({ text, paragraphs }: Document): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const last = paragraphs.findLast(({ end }) => end <= MAX_CHARACTERS);
  return `${text.slice(0, last?.end ?? MAX_CHARACTERS).toWellFormed()}\n\n…`;
}

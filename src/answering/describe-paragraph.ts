import { paragraphUrl } from '../documents/paragraph-address.js';
import type { ScoredPassage } from '../protocol.js';
import type { IndexedParagraph } from '../ports/search-index.js';

/** What passages and citations both say of a paragraph. */
export function describeParagraph({
  document,
  paragraph,
}: IndexedParagraph): Omit<ScoredPassage, 'score' | 'url'> {
  return {
    documentId: document.id,
    documentTitle: document.title,
    paragraph: paragraph.label,
    section: paragraph.section,
    ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
    text: paragraph.text,
  };
}

/** Where it can be read. */
export function urlOf({ document, paragraph }: IndexedParagraph): string {
  return paragraphUrl({ documentId: document.id, label: paragraph.label });
}

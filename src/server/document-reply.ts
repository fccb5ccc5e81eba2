import { paragraphUrl } from '../documents/paragraph-address.js';
import type { DocumentDetail, DocumentSummary } from '../protocol.js';
import type { Document } from '../types.js';

export function documentUrl(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}

export function documentSummary(document: Document): DocumentSummary {
  const { id, title, date, place, language, paragraphs } = document;
  return {
    id,
    title,
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    language,
    paragraphCount: paragraphs.length,
    url: documentUrl(id),
  };
}

export function documentDetail(document: Document): DocumentDetail {
  const summary = documentSummary(document);
  const paragraphs = document.paragraphs.map(({ label, section, text, start, end }) => ({
    paragraph: label,
    section,
    text,
    start,
    end,
    url: paragraphUrl({ documentId: document.id, label }),
  }));
  return { ...summary, text: document.text, paragraphs };
}

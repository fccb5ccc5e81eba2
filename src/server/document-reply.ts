import { paragraphUrl } from '../documents/paragraph-address.js';
import type { DocumentDetail, DocumentSummary } from '../protocol.js';
import type { Document, DocumentMetadata } from '../types.js';

export function documentUrl(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}

export function documentSummary(
  document: DocumentMetadata & { readonly paragraphCount: number },
): DocumentSummary {
  const { id, title, date, place, language, paragraphCount } = document;
  return {
    id,
    title,
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    language,
    paragraphCount,
    url: documentUrl(id),
  };
}

/** Where the file is served that a document was read from. */
export function sourceUrl(id: string): string {
  return `${documentUrl(id)}/source`;
}

/** `hasSource`: whether the file itself is served. */
export function documentDetail(
  document: Document,
  { hasSource }: { readonly hasSource: boolean },
): DocumentDetail {
  const summary = documentSummary({
    ...document,
    paragraphCount: document.paragraphs.length,
  });
  const { loader } = document;
  const paragraphs = document.paragraphs.map(({ label, section, page, text, start, end }) => ({
    paragraph: label,
    section,
    ...(page === undefined ? {} : { page }),
    text,
    start,
    end,
    url: paragraphUrl({ documentId: document.id, label }),
  }));
  return {
    ...summary,
    ...(loader === undefined ? {} : { loader }),
    ...(hasSource ? { sourceUrl: sourceUrl(document.id) } : {}),
    text: document.text,
    paragraphs,
  };
}

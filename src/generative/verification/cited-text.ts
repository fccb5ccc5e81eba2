import type { IndexedDocument } from '../../types.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { readQuantities, type Quantities } from './quantities.js';
import { comparable } from './quotations.js';

/** All that a claim may rest on. */
export interface CitedText {
  /** The cited sentences, one a line. */
  readonly text: string;
  readonly quantities: Quantities;
  readonly documents: readonly IndexedDocument[];
  /** Dates of the documents, ISO 8601. */
  readonly documentDates: readonly string[];
  /** Numbers of paragraphs and headings by which the sentences may be named. */
  readonly labels: ReadonlySet<string>;
  /** In one of which a quotation must stand. */
  readonly quotable: readonly string[];
}

/** Gathers what the cited sentences say, and where they stand. */
export function citedText(sentences: readonly NumberedSentence[]): CitedText {
  const parts = sentences.map(({ wording }) => wording);
  const text = parts.join('\n');
  const documents = [...new Set(sentences.map(({ paragraph }) => paragraph.document))];
  const sections = [...new Set(sentences.flatMap(({ paragraph }) => paragraph.paragraph.section))];
  const titles = documents.flatMap(({ title, place = '' }) => [title, place]);
  return {
    text,
    quantities: readQuantities(text),
    documents,
    documentDates: documents.flatMap(({ date }) => date ?? []),
    labels: new Set([
      ...sentences.map(({ paragraph }) => paragraph.paragraph.label),
      ...sections.flatMap((heading) => /^\s*(\d+(?:\.\d+)*)/u.exec(heading)?.[1] ?? []),
    ]),
    quotable: [...parts, parts.join(' '), ...titles, ...sections].map(comparable),
  };
}

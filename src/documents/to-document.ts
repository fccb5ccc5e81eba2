import { detectTextLanguage } from '../language/detect-text-language.js';
import type { DeclaredMetadata, Document, PageStart, Paragraph } from '../types.js';
import { showPlain } from './show-plain.js';
import { readStructure } from './structure/read-structure.js';

/** Of a text without words: any does. */
const COMMON_LANGUAGE = 'en';

/**
 * A text with its metadata becomes a document: its paragraphs are read from its structure, and its
 * language is told from its words where the metadata do not say.
 */
export function toDocument({
  metadata,
  text,
  pages = [],
}: {
  readonly metadata: DeclaredMetadata;
  readonly text: string;
  readonly pages?: readonly PageStart[];
}): Document {
  const paragraphs = withoutTitle(readStructure(text), metadata.title);
  return {
    ...metadata,
    language: metadata.language ?? detectTextLanguage(text) ?? COMMON_LANGUAGE,
    text,
    paragraphs: withPages(paragraphs, pages),
  };
}

/** Both in the order of the text. */
function withPages(
  paragraphs: readonly Paragraph[],
  pages: readonly PageStart[],
): readonly Paragraph[] {
  if (pages.length === 0) return paragraphs;
  let at = 0;
  return paragraphs.map((paragraph) => {
    while ((pages[at + 1]?.start ?? Infinity) <= paragraph.start) at += 1;
    const page = pages[at]?.page;
    return page === undefined ? paragraph : { ...paragraph, page };
  });
}

/** A heading over all of the text that is its title says nothing of where a paragraph stands. */
function withoutTitle(paragraphs: readonly Paragraph[], title: string): readonly Paragraph[] {
  const isTitle = ({ section: [first] }: Paragraph): boolean =>
    first !== undefined && sameWords(first, title);
  return paragraphs.every(isTitle)
    ? paragraphs.map((paragraph) => ({ ...paragraph, section: paragraph.section.slice(1) }))
    : paragraphs;
}

function sameWords(a: string, b: string): boolean {
  return showPlain(a).toLowerCase() === showPlain(b).toLowerCase();
}

import { detectTextLanguage } from '../language/detect-text-language.js';
import type { DeclaredMetadata, Document, Paragraph } from '../types.js';
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
}: {
  readonly metadata: DeclaredMetadata;
  readonly text: string;
}): Document {
  return {
    ...metadata,
    language: metadata.language ?? detectTextLanguage(text) ?? COMMON_LANGUAGE,
    text,
    paragraphs: withoutTitle(readStructure(text), metadata.title),
  };
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

import type { Expansion, IndexedDocument, Paragraph, Span } from '../types.js';
import { normalizeForSearch } from '../language/normalize.js';
import { splitSentences } from '../language/sentences/split-sentences.js';

/** Whether a paragraph is wording of its text: notes and lists of contents answer nothing. */
export function isSearched({ aside }: Pick<Paragraph, 'aside'>): boolean {
  return aside === undefined;
}

/**
 * The searched form of a passage: its headings first, since a clause is often understood only under
 * its title.
 */
export function withHeading(paragraph: Pick<Paragraph, 'section'>, text: string): string {
  return normalizeForSearch([paragraph.section.join(' - '), text].filter(Boolean).join('. '));
}

/**
 * Sentences of a paragraph's wording (without the printed number), as spans of the document's text.
 */
export function sentencesOf(
  text: string,
  { bodyStart, end }: Pick<Paragraph, 'bodyStart' | 'end'>,
): Span[] {
  return splitSentences(text.slice(bodyStart, end)).map((span) => ({
    start: bodyStart + span.start,
    end: bodyStart + span.end,
  }));
}

/**
 * The expansion of a paragraph. A label may be any word, `constructor` too: only what the file says
 * counts.
 */
export function expansionOf(
  { expansions }: Pick<IndexedDocument, 'expansions'>,
  { label }: Pick<Paragraph, 'label'>,
): Expansion | undefined {
  return Object.hasOwn(expansions, label) ? expansions[label] : undefined;
}

/** The questions of a paragraph's expansion, in order; none where it has no expansion. */
export function questionsOf(
  document: Pick<IndexedDocument, 'expansions'>,
  paragraph: Pick<Paragraph, 'label'>,
): readonly string[] {
  return expansionOf(document, paragraph)?.questions ?? [];
}

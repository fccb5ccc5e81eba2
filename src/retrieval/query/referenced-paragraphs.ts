import type { IndexedParagraph } from '../search/search-index.js';
import type { Reference } from './references.js';
import { retrievalRules } from './retrieval-rules.js';

const HEADING_NAMES = retrievalRules('references')
  .map(({ headingNames }) => headingNames)
  .join('|');
/** `5.10` of `5.10. Inter-regional cooperation`, `IX` of `Chapter IX: …`. */
const HEADING_NUMBER = new RegExp(
  String.raw`^(?:${HEADING_NAMES})?\s*(\d+(?:\.\d+)*|[ivxlc]+)(?=[.:\s)–—-]|$)`,
  'iu',
);

/**
 * Paragraphs at one of these places: those in the section of that number, else those that have the
 * label or lie under it (`26` holds `26.3`).
 */
export function paragraphsAt(
  paragraphs: readonly IndexedParagraph[],
  references: readonly Reference[],
): IndexedParagraph[] {
  const places = new Set(
    references.flatMap((reference) => {
      const inSection =
        reference.kind === 'section'
          ? paragraphs.filter((paragraph) => isInSection(paragraph, reference))
          : [];
      return inSection.length > 0
        ? inSection
        : paragraphs.filter((paragraph) => hasLabel(paragraph, reference));
    }),
  );
  return paragraphs.filter((paragraph) => places.has(paragraph));
}

/** Paragraphs by their place in a text without printed numbers, which is counted through. */
export function countedParagraphs(
  paragraphs: readonly IndexedParagraph[],
  references: readonly Reference[],
): IndexedParagraph[] {
  const labels = new Set(
    references.flatMap(({ kind, label }) => (kind === 'paragraph' ? [`p${label}`] : [])),
  );
  return paragraphs.filter(({ paragraph }) => labels.has(paragraph.label));
}

function hasLabel({ paragraph }: IndexedParagraph, { label }: Reference): boolean {
  const wanted = label.toLowerCase();
  const own = paragraph.label.toLowerCase();
  return own === wanted || own.startsWith(`${wanted}.`) || own.startsWith(`${wanted}(`);
}

function isInSection({ paragraph }: IndexedParagraph, { label }: Reference): boolean {
  return paragraph.section.some((heading) => headingNumber(heading) === label.toLowerCase());
}

function headingNumber(heading: string): string | undefined {
  return HEADING_NUMBER.exec(heading.trim())?.[1]?.toLowerCase();
}

import type { IndexedParagraph } from './search-index.js';

const LABEL = String.raw`\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|[IVXLC]+(?:\.\d+)*(?:\([a-z0-9]+\))*`;
const PARAGRAPH = new RegExp(String.raw`(?:\b(?:paragraphs?|paras?\.?|points?|articles?|art\.?|principles?|clauses?|items?)|§)\s*(?:no\.?\s*)?(${LABEL})(?![\w.]*\w)`, 'giu');
const SECTION = new RegExp(String.raw`\b(?:sections?|sec\.?|chapters?|parts?|headings?)\s*(?:no\.?\s*)?(${LABEL})(?![\w.]*\w)`, 'giu');

/** A place in the texts that a question names by its number. */
export interface Reference {
  readonly kind: 'paragraph' | 'section';
  readonly label: string;
}

/** "paragraph 22", "article 26.3", "§ 5", "what does section 5.9 say", in the order in which they are named. */
export function referencesIn(question: string): Reference[] {
  const found = (kind: Reference['kind'], pattern: RegExp): (Reference & { readonly at: number })[] =>
    [...question.matchAll(pattern)].map((match) => ({ kind, label: match[1] ?? '', at: match.index }));
  return [...found('paragraph', PARAGRAPH), ...found('section', SECTION)].sort((a, b) => a.at - b.at).map(({ kind, label }) => ({ kind, label }));
}

/** Whether a paragraph stands at that place: has the label, lies under it (`26` holds `26.3`), or in the section of that number. */
export function standsAt({ paragraph }: IndexedParagraph, { kind, label }: Reference): boolean {
  const wanted = label.toLowerCase();
  const own = paragraph.label.toLowerCase();
  if (own === wanted || own.startsWith(`${wanted}.`) || own.startsWith(`${wanted}(`)) return true;
  return kind === 'section' && paragraph.section.some((heading) => headingNumber(heading) === wanted);
}

/** The number at the beginning of a heading: `5.10` of `5.10. Inter-regional cooperation`, `ix` of `Chapter IX: …`. */
function headingNumber(heading: string): string | undefined {
  return /^(?:chapter|section|part|title|article)?\s*(\d+(?:\.\d+)*|[ivxlc]+)(?=[.:\s)–—-]|$)/iu.exec(heading.trim())?.[1]?.toLowerCase();
}

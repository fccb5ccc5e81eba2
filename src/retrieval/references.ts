import type { IndexedParagraph } from './search-index.js';

const LABEL = String.raw`\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|[IVXLC]+(?:\.\d+)*(?:\([a-z0-9]+\))*`;
const PARAGRAPH = new RegExp(String.raw`(?:\b(?:paragraphs?|paras?\.?|points?|articles?|art\.?|principles?|clauses?|items?)|§)\s*(?:no\.?\s*)?(${LABEL})(?![\w.]*\w)`, 'giu');
const SECTION = new RegExp(String.raw`\b(?:sections?|sec\.?|chapters?|parts?|headings?)\s*(?:no\.?\s*)?(${LABEL})(?![\w.]*\w)`, 'giu');

/** A place in the texts that a question names by its number. */
export interface Reference {
  readonly kind: 'paragraph' | 'section';
  readonly label: string;
}

/** More would only serve to keep a server busy. */
const MAX_REFERENCES = 5;
const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3}|C{1,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})$/u;
/** "I" is a number only where it cannot be who asks: "article I?", "part I of the treaty". */
const AFTER_NUMERAL = /^(?:$|[\s]*[?.,;:)]|\s+(?:of|in|says?|states?|provides?|deals?|means?|contains?|about|on)\b)/iu;

/** "paragraph 22", "article 26.3", "§ 5", "what does section 5.9 say", in the order in which they are named, at most five. */
export function referencesIn(question: string): Reference[] {
  const found = (kind: Reference['kind'], pattern: RegExp): (Reference & { readonly at: number })[] =>
    [...question.matchAll(pattern)]
      .map((match) => ({ kind, label: match[1] ?? '', at: match.index, rest: question.slice(match.index + match[0].length, match.index + match[0].length + 40) }))
      .filter(({ label, rest }) => /^\d/u.test(label) || isRoman(label, rest));
  const inOrder = [...found('paragraph', PARAGRAPH), ...found('section', SECTION)].sort((a, b) => a.at - b.at);
  const distinct = new Map(inOrder.map(({ kind, label }) => [`${kind} ${label}`, { kind, label }]));
  return [...distinct.values()].slice(0, MAX_REFERENCES);
}

/** Of one letter only as a capital: "part x" may be anything. Never in mixed case: Xi is a name. */
function isRoman(label: string, rest: string): boolean {
  const [numeral = ''] = label.split(/[.(]/u);
  const oneCase = numeral === numeral.toUpperCase() || (numeral.length > 1 && numeral === numeral.toLowerCase());
  return oneCase && ROMAN.test(numeral.toUpperCase()) && (numeral !== 'I' || AFTER_NUMERAL.test(rest));
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

import type { IndexedParagraph } from '../search/search-index.js';

const LABEL = String.raw`\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|[IVXLC]+(?:\.\d+)*(?:\([a-z0-9]+\))*`;
const PARAGRAPH = new RegExp(
  String.raw`(?:\b(?:paragraphs?|paras?\.?|pars?\.|points?|articles?|art\.?|principles?|clauses?|items?)|§)\s*(?:no\.?\s*)?(${LABEL})(?![\w.]*\w)`,
  'giu',
);
const SECTION = new RegExp(
  String.raw`\b(?:sections?|sec\.?|chapters?|parts?|headings?)\s*(?:no\.?\s*)?(${LABEL})(?![\w.]*\w)`,
  'giu',
);

/** A place in the texts that a question names by its number. */
export interface Reference {
  readonly kind: 'paragraph' | 'section';
  readonly label: string;
}

/** More would only serve to keep a server busy. */
const MAX_REFERENCES = 10;
/** "45 to 48", "5, 6 and 7": what follows the first number. */
const NEXT_LABEL = /^\s*(?:(?<range>-|–|to|through)|,|and|&|, and)\s*(?<label>\d+)(?![\w.]*\w)/iu;
/** A list of numbers is no longer. */
const LOOK_AHEAD = 60;
const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3}|C{1,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})$/u;
/** "I" is a number only where it cannot be who asks: "article I?", "part I of the treaty". */
const AFTER_NUMERAL =
  /^(?:$|[\s]*[?.,;:)]|\s+(?:of|in|says?|states?|provides?|deals?|means?|contains?|about|on)\b)/iu;

/**
 * "paragraph 22", "article 26.3", "§ 5", "paragraphs 45 to 48", "what does section 5.9 say", in the
 * order in which they are named, at most ten.
 */
export function referencesIn(question: string): Reference[] {
  const found = (
    kind: Reference['kind'],
    pattern: RegExp,
  ): (Reference & { readonly at: number })[] =>
    [...question.matchAll(pattern)]
      .map((match) => ({
        kind,
        label: match[1] ?? '',
        at: match.index,
        rest: question.slice(
          match.index + match[0].length,
          match.index + match[0].length + LOOK_AHEAD,
        ),
      }))
      .filter(({ label, rest }) => /^\d/u.test(label) || isRoman(label, rest))
      .flatMap((first) =>
        [first.label, ...labelsAfter(first)].map((label) => ({ ...first, label })),
      );
  const inOrder = [...found('paragraph', PARAGRAPH), ...found('section', SECTION)].sort(
    (a, b) => a.at - b.at,
  );
  const distinct = new Map(inOrder.map(({ kind, label }) => [`${kind} ${label}`, { kind, label }]));
  return [...distinct.values()].slice(0, MAX_REFERENCES);
}

function labelsAfter({ label, rest }: { readonly label: string; readonly rest: string }): string[] {
  const labels: string[] = [];
  let last = label;
  let tail = rest;
  for (
    let match = NEXT_LABEL.exec(tail);
    match?.groups && labels.length < MAX_REFERENCES;
    match = NEXT_LABEL.exec(tail)
  ) {
    const { range, label: next = '' } = match.groups;
    const from = range !== undefined && /^\d+$/u.test(last) ? Number(last) + 1 : Number(next);
    for (let number = from; number <= Number(next) && labels.length < MAX_REFERENCES; number++) {
      labels.push(String(number));
    }
    last = next;
    tail = tail.slice(match[0].length);
  }
  return labels;
}

/** The question without the places that it names. */
export function withoutReferences(question: string): string {
  return question.replace(PARAGRAPH, ' ').replace(SECTION, ' ');
}

/** Of one letter only as a capital: "part x" may be anything. Never in mixed case: Xi is a name. */
function isRoman(label: string, rest: string): boolean {
  const [numeral = ''] = label.split(/[.(]/u);
  const oneCase =
    numeral === numeral.toUpperCase() || (numeral.length > 1 && numeral === numeral.toLowerCase());
  return (
    oneCase && ROMAN.test(numeral.toUpperCase()) && (numeral !== 'I' || AFTER_NUMERAL.test(rest))
  );
}

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

function hasLabel({ paragraph }: IndexedParagraph, { label }: Reference): boolean {
  const wanted = label.toLowerCase();
  const own = paragraph.label.toLowerCase();
  return own === wanted || own.startsWith(`${wanted}.`) || own.startsWith(`${wanted}(`);
}

function isInSection({ paragraph }: IndexedParagraph, { label }: Reference): boolean {
  return paragraph.section.some((heading) => headingNumber(heading) === label.toLowerCase());
}

/**
 * The number at the beginning of a heading: `5.10` of `5.10. Inter-regional cooperation`, `ix` of
 * `Chapter IX: …`.
 */
function headingNumber(heading: string): string | undefined {
  return /^(?:chapter|section|part|title|article)?\s*(\d+(?:\.\d+)*|[ivxlc]+)(?=[.:\s)–—-]|$)/iu
    .exec(heading.trim())?.[1]
    ?.toLowerCase();
}

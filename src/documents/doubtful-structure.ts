import type { Document, Paragraph } from '../types.js';
import { showPlain } from './show-plain.js';
import { withoutEnd } from '../language/end-of.js';

/** Characters: hardly any paragraph is longer, and nothing is said in fewer. */
const LONG = 3000;
const SHORT = 15;
/** So many numbers are no accident; the other paragraphs of such a text have some as well. */
const NUMBERED_FROM = 5;
const UNNUMBERED_SHARE = 0.3;
/** A title page or a contents list leaves a few headings alone. */
const EMPTY_HEADINGS = 3;
const EMPTY_HEADINGS_SHARE = 0.2;
const MAX_EXAMPLES = 3;

/** What may be wrong with how a text was divided, a line each, for the person who put it there. */
export function doubtfulStructure(document: Document): readonly string[] {
  const { paragraphs } = document;
  return [
    withoutNumbers(document),
    count(
      paragraphs.filter(({ label }) => label.includes('~')),
      'have a number that others have too',
    ),
    count(
      paragraphs.filter((paragraph, at) => isTorn(paragraph, paragraphs[at - 1])),
      'begin in the middle of a sentence',
    ),
    count(
      paragraphs.filter(({ text }) => text.length > LONG),
      `are longer than ${LONG} characters`,
    ),
    count(
      paragraphs.filter(({ text }) => text.length < SHORT),
      `are shorter than ${SHORT} characters`,
    ),
    emptyHeadings(document),
  ].filter((line) => line !== undefined);
}

function hasNumber({ start, bodyStart }: Paragraph): boolean {
  return bodyStart > start;
}

/** A recital begins small behind the comma of the one before. */
function isTorn(paragraph: Paragraph, before: Paragraph | undefined): boolean {
  if (hasNumber(paragraph) || !/^\p{Ll}/u.test(paragraph.text)) return false;
  return before === undefined || !/[,;:，；：،؛–—-]$/u.test(before.text);
}

/** `3` of `Article 3`, though only its heading bears it; not the second paragraph `3-2`. */
function isCited({ label, aside }: Paragraph): boolean {
  return aside !== undefined || (/^\P{Ll}*\p{N}/u.test(label) && !/[-~]\p{N}+$/u.test(label));
}

function withoutNumbers({ paragraphs }: Document): string | undefined {
  const numbered = paragraphs.filter(hasNumber).length;
  const rest = paragraphs.filter(
    (paragraph) =>
      !hasNumber(paragraph) && !isCited(paragraph) && !paragraph.label.startsWith('preamble'),
  );
  if (numbered < NUMBERED_FROM || rest.length < UNNUMBERED_SHARE * paragraphs.length) {
    return undefined;
  }
  return `have no number, as ${numbered} have: ${rest.length} (${examples(rest)})`;
}

function count(paragraphs: readonly Paragraph[], what: string): string | undefined {
  return paragraphs.length === 0
    ? undefined
    : `${what}: ${paragraphs.length} (${examples(paragraphs)})`;
}

function examples(paragraphs: readonly Paragraph[]): string {
  const some = paragraphs.slice(0, MAX_EXAMPLES).map(({ label }) => label);
  return some.join(', ') + (paragraphs.length > some.length ? ', …' : '');
}

/** Headings under which no paragraph stands. */
function emptyHeadings({ text, title, paragraphs }: Document): string | undefined {
  const used = new Set(paragraphs.flatMap(({ section }) => section.map(plain)));
  const headings = [...text.matchAll(/^#{1,6}[ \t]+(\S.*)$/gmu)].map((match) =>
    plain(match[1] ?? ''),
  );
  const empty = headings.filter((heading) => !used.has(heading) && heading !== plain(title));
  if (empty.length <= EMPTY_HEADINGS || empty.length < EMPTY_HEADINGS_SHARE * headings.length) {
    return undefined;
  }
  const some = empty.slice(0, MAX_EXAMPLES).join('; ');
  return `headings without a paragraph below them: ${empty.length} of ${headings.length} (${some})`;
}

function plain(heading: string): string {
  return withoutEnd(showPlain(heading), /#/).trimEnd().toLowerCase();
}

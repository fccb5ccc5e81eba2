import { printableLine } from '../../documents/printable-line.js';
import { showPlain } from '../../documents/show-plain.js';
import { LANGUAGES } from '../../language/languages.js';
import { filled } from '../../language/place-phrases.js';
import { primaryTag } from '../../language/primary-tag.js';
import type { IndexedParagraph } from '../../ports/search-index.js';

/** Characters of a heading that is read at a glance. By hand. */
const MAX_CHARACTERS = 60;
/** A heading of fewer letters is a number with its name: "Part IV". By hand. */
const MIN_LETTERS = 9;

/**
 * What stands in each part of a text, by its innermost heading that says something, asked in the
 * text's own language: for texts that nobody has written questions for. None where it has no such
 * headings, or its language has no words for that.
 * @param text all its paragraphs
 * @param after a paragraph from whose part on they begin; those before it come last
 */
export function sectionQuestions(
  text: readonly IndexedParagraph[],
  after?: IndexedParagraph,
): string[] {
  const tag = primaryTag(text[0]?.document.language ?? '');
  const question = LANGUAGES.find((language) => language.tag === tag)?.sectionQuestion;
  if (question === undefined) return [];
  const paragraphs = text.filter(({ paragraph }) => paragraph.aside === undefined);
  // Where all are "Part IV", these are better than nothing.
  const isOffered = paragraphs.some((each) => headingOf(each, saysSomething) !== undefined)
    ? saysSomething
    : isBrief;
  const headings = [...new Set(paragraphs.flatMap((each) => headingOf(each, isOffered) ?? []))];
  const present = after === undefined ? undefined : headingOf(after, isOffered);
  const from = present === undefined ? 0 : headings.indexOf(present) + 1;
  return [...headings.slice(from), ...headings.slice(0, from)]
    .filter((heading) => heading !== present)
    .map((heading) => filled(question, { heading }));
}

function headingOf(
  { paragraph }: IndexedParagraph,
  isOffered: (heading: string) => boolean,
): string | undefined {
  return paragraph.section.map((each) => printableLine(showPlain(each))).findLast(isOffered);
}

function isBrief(heading: string): boolean {
  return heading.length <= MAX_CHARACTERS;
}

function saysSomething(heading: string): boolean {
  return isBrief(heading) && lettersIn(heading) >= MIN_LETTERS;
}

function lettersIn(text: string): number {
  // A sign of Chinese is a word.
  const weights = Array.from(text.match(/\p{L}/gu) ?? [], (letter) =>
    /\p{Script=Han}/u.test(letter) ? MIN_LETTERS / 2 : 1,
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
}

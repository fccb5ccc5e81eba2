import { paragraphsOf } from '../../answering/document-questions/document-sentences.js';
import { printableLine } from '../../documents/printable-line.js';
import { showPlain } from '../../documents/show-plain.js';
import { LANGUAGES } from '../../language/languages.js';
import { filled } from '../../language/place-phrases.js';
import { primaryTag } from '../../language/primary-tag.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { IndexedDocument } from '../../types.js';

/** Characters of a heading that is read at a glance. By hand. */
const MAX_CHARACTERS = 60;
/** A heading of fewer letters is a number with its name: "Part IV". By hand. */
const MIN_LETTERS = 9;

/**
 * What stands in each part of a text, by its innermost heading that says something, asked in the
 * text's own language: for texts that nobody has written questions for. None where it has no such
 * headings, or its language has no words for that.
 */
export function sectionQuestions(
  index: Pick<SearchIndex, 'paragraphs'>,
  document: IndexedDocument,
): string[] {
  const tag = primaryTag(document.language);
  const question = LANGUAGES.find((language) => language.tag === tag)?.sectionQuestion;
  if (question === undefined) return [];
  const headings = paragraphsOf(index, document)
    .filter(({ paragraph }) => paragraph.aside === undefined)
    .map(({ paragraph }) => paragraph.section.map((each) => printableLine(showPlain(each))))
    .flatMap((section) => section.findLast(saysSomething) ?? []);
  return [...new Set(headings)].map((heading) => filled(question, { heading }));
}

function saysSomething(heading: string): boolean {
  return heading.length <= MAX_CHARACTERS && lettersIn(heading) >= MIN_LETTERS;
}

function lettersIn(text: string): number {
  // A sign of Chinese is a word.
  const weights = Array.from(text.match(/\p{L}/gu) ?? [], (letter) =>
    /\p{Script=Han}/u.test(letter) ? MIN_LETTERS / 2 : 1,
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
}

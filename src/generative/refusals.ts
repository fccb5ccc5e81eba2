import { rulesOf } from '../language/languages.js';
import { isStopWord, stem, words } from '../language/tokenize.js';
import { unknownWords } from './known-words.js';
import { readQuantities } from './verification/quantities.js';
import { comparable, quotationsIn, standsIn } from './verification/quotations.js';

/** Characters; who has nothing to say says it shortly. */
const MAX_REFUSAL = 400;
const CAPITALISED = /(?<=\P{L}\s?)\p{Lu}[\p{L}\p{N}]*/gu;

/** How refusals are worded, in any language. */
export const REFUSAL_WORDINGS: readonly string[] = rulesOf('replies').flatMap(
  ({ refusals, bareRefusals }) => [...refusals, ...bareRefusals],
);

const WORDING_STEMS: ReadonlySet<string> = new Set(REFUSAL_WORDINGS.flatMap(words).map(stem));

/** Whether a refusal has no words but the question's, the titles' and those that refusals have. */
export function isPlainlyWorded(refusal: string, known: readonly string[]): boolean {
  return unknownWords(refusal, [...known, ...REFUSAL_WORDINGS]) === 0;
}

/**
 * Whether the words of a refusal may be shown as they are: its names, numbers and quotations are the
 * question's own, or those of the titles of the texts. Nobody checks the rest.
 */
export function isPlainRefusal(refusal: string, known: readonly string[]): boolean {
  const own = known.join('\n');
  const stems = new Set(words(own).map(stem));
  const numbers = new Set(readQuantities(own).numbers.map(({ value }) => value));
  const said = readQuantities(refusal);
  return (
    refusal.length <= MAX_REFUSAL &&
    quotationsIn(refusal).every((quotation) => standsIn(quotation, comparable(own))) &&
    said.numbers.every(({ value }) => numbers.has(value)) &&
    said.dates.every(({ year }) => year === undefined || own.includes(String(year))) &&
    (refusal.match(CAPITALISED) ?? [])
      .flatMap(words)
      .every((word) => isStopWord(word) || stems.has(stem(word)) || WORDING_STEMS.has(stem(word)))
  );
}

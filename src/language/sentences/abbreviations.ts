import { rulesOf } from '../languages.js';

/** What a word with a full stop says about the end of a sentence; see `SentenceRules`. */
export type Abbreviation = 'before-word' | 'before-number' | 'either';

const RULES = rulesOf('sentences');

/** Where a word is of several kinds, the strictest counts. */
const KNOWN: ReadonlyMap<string, Abbreviation> = new Map([
  ...RULES.flatMap(({ either }) => either.map((word) => [word, 'either'] as const)),
  ...RULES.flatMap(({ beforeNumber }) =>
    beforeNumber.map((word) => [word, 'before-number'] as const),
  ),
  ...RULES.flatMap(({ beforeWord }) => beforeWord.map((word) => [word, 'before-word'] as const)),
]);
const CAPITAL_ONLY: ReadonlySet<string> = new Set(RULES.flatMap(({ capitalOnly }) => capitalOnly));
const STARTERS: ReadonlySet<string> = new Set(RULES.flatMap(({ starters }) => starters));

/** Judges the word before a full stop, given without the stop. */
export function abbreviationOf(word: string): Abbreviation | undefined {
  // An initial: "K. Zatulin", "J.F. Kennedy"; with more stops in it an acronym: "U.S.".
  if (/^\p{Lu}$/u.test(word)) return 'before-word';
  const lower = word.toLowerCase();
  const known = KNOWN.get(lower);
  if (known !== undefined && (!CAPITAL_ONLY.has(lower) || word !== lower)) return known;
  return /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word) ? 'either' : undefined;
}

/** The word begins sentences more often than it follows an abbreviation. */
export function beginsSentences(word: string): boolean {
  return STARTERS.has(word.toLowerCase());
}

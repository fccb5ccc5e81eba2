import { alternatives } from './any-of.js';
import { rulesOf } from './languages.js';
import type { Division, EndProvision, PartNames, Provision } from './language.js';

const NAMES = rulesOf('parts');

/** Outermost first. */
const DIVISION_KEYS: readonly Division[] = ['annex', 'part', 'chapter', 'subdivision'];
const PROVISION_KEYS: readonly Provision[] = [
  'article',
  'principle',
  'rule',
  'guideline',
  'recommendation',
  'commitment',
  'goal',
  'regulation',
  'clause',
  'paragraph',
  'action',
  'point',
  'amendment',
  'decision',
  'resolution',
  'additional-provision',
  'transitional-provision',
  'repealing-provision',
  'final-provision',
];

/** A part of a legal text, by whatever name in whatever language. */
export interface PartName {
  readonly key: Division | Provision | 'section';
  /** Of divisions: a smaller one stands further out. */
  readonly rank?: number;
  /** Alternatives of a regular expression. */
  readonly words: string;
}

function wordsOf(pick: (names: PartNames) => string | undefined): string {
  return NAMES.flatMap((names) => pick(names) ?? []).join('|');
}

/** Divisions, then provisions, then sections; only those that some language names. */
export const PART_NAMES: readonly PartName[] = [
  ...DIVISION_KEYS.map((key, rank) => ({ key, rank, words: wordsOf((of) => of.divisions[key]) })),
  ...PROVISION_KEYS.map((key) => ({ key, words: wordsOf((of) => of.provisions[key]) })),
  { key: 'section' as const, words: wordsOf(({ section }) => section) },
].filter(({ words }) => words !== '');

/** All of their words, as alternatives of a regular expression. */
export const PART_WORDS: string = PART_NAMES.map(({ words }) => words).join('|');

const DETERMINERS = alternatives(NAMES.flatMap(({ determiners = [] }) => determiners));
const PREAMBLES = alternatives(NAMES.flatMap(({ preamble }) => preamble ?? []));
const ANNEXES: ReadonlySet<string> = new Set(NAMES.flatMap(({ annexes = [] }) => annexes));
const ENDINGS = NAMES.flatMap(
  ({ endings = {} }) => Object.entries(endings) as [EndProvision, string][],
).map(([key, words]) => ({ key, words, pattern: new RegExp(`^(?:${words})$`, 'iu') }));
const END_PROVISIONS: ReadonlySet<string> = new Set(ENDINGS.map(({ key }) => key));
const OTHERS = alternatives([
  ...ANNEXES,
  ...NAMES.flatMap(({ named }) => named),
  ...ENDINGS.map(({ words }) => words),
]);
const PREAMBLE = new RegExp(`^(?:${PREAMBLES})`, 'iu');
const NAMED = new RegExp(`^(?:(?:${DETERMINERS}) )?(?:${PREAMBLES}|${OTHERS})$`, 'iu');
const CONTENTS: ReadonlySet<string> = new Set(NAMES.flatMap(({ contents = [] }) => contents));

/** Chinese headings are set with blanks between their characters: 目　录. */
function closedUp(words: string): string {
  return words.replace(/(?<=\p{Script=Han})\s{1,4}(?=\p{Script=Han})/gu, '');
}

/** A heading that needs no number and no blank line around it: "Preamble". */
export function isNamedPart(words: string): boolean {
  return NAMED.test(closedUp(words));
}

/** The heading of a table of contents. */
export function isContentsHeading(words: string): boolean {
  return CONTENTS.has(closedUp(words).toLowerCase());
}

/** The heading of a preamble, whatever follows in it. */
export function opensPreamble(words: string): boolean {
  return PREAMBLE.test(closedUp(words));
}

/** What is counted below such a heading, "disposiciones finales". */
export function countedBelow(words: string): EndProvision | undefined {
  return ENDINGS.find(({ pattern }) => pattern.test(words))?.key;
}

/** Whether a provision is cited by its name and number, since its number says nothing alone. */
export function isEndProvision(key: string): boolean {
  return END_PROVISIONS.has(key);
}

/** The heading of an annex that has no number. */
export function isAnnexHeading(words: string): boolean {
  return ANNEXES.has(closedUp(words).toLowerCase());
}

import { alternatives } from '../../../language/any-of.js';
import { rulesOf } from '../../../language/languages.js';
import { PART_NAMES } from '../../../language/part-names.js';
import type { PlaceName } from '../../../language/rules/reference-rules.js';
import { retrievalRules } from '../retrieval-rules.js';

interface Named {
  readonly name: PlaceName;
  /** Alternatives of a regular expression. */
  readonly words: string;
}

const SIGN: Named = { name: 'sign', words: '§{1,2}' };
const PREAMBLES = rulesOf('parts').flatMap(({ preamble }): Named[] =>
  preamble === undefined ? [] : [{ name: 'preamble', words: preamble }],
);
const RULES = retrievalRules('references');
const IN_QUESTIONS = RULES.flatMap(({ names }) => named(names));
const INITIALS = RULES.flatMap(({ initials = {} }) => named(initials));
const ALL: readonly Named[] = [
  SIGN,
  ...PREAMBLES,
  ...IN_QUESTIONS,
  ...PART_NAMES.map(({ key, words }): Named => ({ name: key, words })),
];

function named(names: Readonly<Partial<Record<PlaceName, string>>>): Named[] {
  return (Object.entries(names) as [PlaceName, string][]).map(([name, words]) => ({ name, words }));
}

const wordsFor = (name: PlaceName): string =>
  alternatives(ALL.filter((each) => each.name === name).map((each) => each.words));
const PATTERNS = [
  ...ALL.map(({ name, words }) => ({ name, pattern: new RegExp(`^(?:${words})$`, 'iu') })),
  ...INITIALS.map(({ name, words }) => ({ name, pattern: new RegExp(`^(?:${words})$`, 'u') })),
];

const UNNUMBERED: ReadonlySet<PlaceName> = new Set(['preamble']);

/** Names that have a number, as alternatives of a regular expression, whatever their case. */
export const NUMBERED_NAMES: string = alternatives(
  [...ALL, ...INITIALS].filter(({ name }) => !UNNUMBERED.has(name)).map(({ words }) => words),
);
/** Names that need none. */
export const UNNUMBERED_NAMES: string = alternatives(
  ALL.filter(({ name }) => UNNUMBERED.has(name)).map(({ words }) => words),
);

const RECITALS = new RegExp(String.raw`^(?:[\p{Nd}.]+\s+)?(?:${wordsFor('recital')})$`, 'iu');

/** Whether a heading is that of recitals: "0. Recitals". */
export function headsRecitals(heading: string): boolean {
  return RECITALS.test(heading.trim());
}

/** What a name may mean, each once; none of initials in small letters. */
export function namesOf(typed: string): readonly PlaceName[] {
  return [
    ...new Set(PATTERNS.filter(({ pattern }) => pattern.test(typed)).map(({ name }) => name)),
  ];
}

/** Numbers that stand behind a name in a text, as printed: `21A` of "article 21A". */
export function numberedMentions(text: string, name: PlaceName): string[] {
  const words = wordsFor(name);
  if (words === '') return [];
  return Array.from(
    text.matchAll(
      new RegExp(String.raw`(?<!\p{L})(?:${words})\s+(\p{Nd}{1,4}[A-Z]?)(?!\p{L})`, 'giu'),
    ),
    ([, number = '']) => number,
  );
}

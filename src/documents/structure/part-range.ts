import { alternatives } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { PART_NAMES } from '../../language/part-names.js';
import { plainNumber, readingsOf, type Reading } from './numerals.js';
import type { PartMarker } from './part-marker.js';

// In the plural they are called as questions call them.
const REFERENCES = rulesOf('questions').flatMap(({ retrieval }) => retrieval?.references ?? []);
const PROVISIONS = PART_NAMES.filter(({ rank }) => rank === undefined);
const namesOf = (key: (typeof PROVISIONS)[number]['key']): string =>
  alternatives(REFERENCES.flatMap(({ names }) => names[key] ?? []));
const NAMES = [
  { key: 'sign', words: '§{1,2}' },
  ...PROVISIONS.map(({ key }) => ({ key, words: namesOf(key) })),
].map(({ key, words }) => ({ key, pattern: new RegExp(`^(?:${words})$`, 'iu') }));
const NAME = alternatives([
  '§{1,2}',
  ...PROVISIONS.flatMap(({ key }) => namesOf(key)).filter((words) => words !== ''),
]);
const TO = alternatives(REFERENCES.flatMap(({ range }) => range ?? []));
const AND = alternatives(REFERENCES.flatMap(({ conjunction }) => conjunction ?? []));
const NUMBER = String.raw`\p{Nd}{1,4}`;
const RANGE = new RegExp(
  String.raw`^(?:\*\*|__)?(?<name>${NAME})\.?\s*(?<first>${NUMBER})\.?[ºª°]?` +
    String.raw`(?:\s*(?:[–—]|(?<=\s)-(?=\s))\s*|\s+(?:${TO})\s+|(?<and>\s*[,&、]\s*|\s+(?:${AND})\s+))` +
    String.raw`(?<last>${NUMBER})\.?[ºª°]?(?:\*\*|__)?` +
    String.raw`(?=$|\s*[([（[]|\s*[.:：–—-]\s|\.$)`,
  'iu',
);

/** Nearly no line begins with two numbers so near to each other. */
const TWO_NUMBERS = /^[^\p{Nd}]{1,40}\p{Nd}{1,4}[^\p{Nd}]{1,20}\p{Nd}/u;

/** "Articles 4 to 24 (repealed)", "§§ 2 und 3 (weggefallen)": provisions that stand for several. */
export function parseRange(line: string): PartMarker | undefined {
  if (!TWO_NUMBERS.test(line) || !/^[*_]*[\p{Lu}\p{Lo}§]/u.test(line)) return undefined;
  const match = RANGE.exec(line);
  const { name = '', first = '', and, last = '' } = match?.groups ?? {};
  const [readings, ends] = [readingsOf(first), readingsOf(last)];
  const key = NAMES.find(({ pattern }) => pattern.test(name))?.key;
  if (match === null || key === undefined || !isRising(readings[0], ends[0], and !== undefined)) {
    return undefined;
  }
  const gap = /^[.:：\s–—-]*/u.exec(line.slice(match[0].length))?.[0].length ?? 0;
  return {
    key,
    rank: undefined,
    name,
    number: `${plainNumber(first)}–${plainNumber(last)}`,
    readings: readings.slice(0, 1),
    through: ends[0],
    length: match[0].length + gap,
    separated: true,
  };
}

/** "Articles 3 and 9" are two, and no range. */
function isRising(
  first: Reading | undefined,
  last: Reading | undefined,
  isPair: boolean,
): last is Reading {
  const [from, to] = [first?.tuple[0] ?? 0, last?.tuple[0] ?? 0];
  return isPair ? to === from + 1 : to > from;
}

import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import type { Numbered } from './search/numbered.js';

/** Where a number that belongs to the next paragraph stands in the text of another one. */
export interface GluedNumber {
  /** Offset of the number in the text given. */
  readonly at: number;
  readonly number: string;
  /** Characters from the number to its wording. */
  readonly length: number;
}

/** Of a gap in the numbers (163, then 165) so much may be missing in the source. */
const MAX_SKIP = 3;

const CANDIDATE = /([\p{L}\p{N})])([.;:!?])(["”’)\]*]*)(\s*)(\d{1,3})\.(?=\s+["“‘(]?\p{Lu})/gu;
const TAKES_NUMBER = anyOf(rulesOf('lines').map(({ takesNumber }) => takesNumber));

/**
 * Numbers of paragraphs that lost the line end before them: "…between their peoples.165. In
 * making…". The evidence must be full: a sentence ends with a letter and a stop, a number with a
 * stop and a capital follow, and the number continues the sequence where the next printed number
 * leaves a gap. `number` is that of the paragraph, `next` the next one printed at a line's
 * beginning.
 */
export function findGlued(
  text: string,
  number: number,
  next: number | undefined,
): readonly GluedNumber[] {
  const limit = next !== undefined && next > number ? next : Number.POSITIVE_INFINITY;
  const found: GluedNumber[] = [];
  let last = number;
  if (limit <= last + 1) return found;
  for (const match of text.matchAll(CANDIDATE)) {
    const [whole, before = '', stop = '', closers = '', space = '', digits = ''] = match;
    const value = Number(digits);
    const at = match.index + whole.length - digits.length - 1;
    // "The aims are: 1. Peace; 2. Trade": a list within the sentence, whatever numbers it reaches.
    if (stop === ':' || value <= last) break;
    const reach = space === '' ? last + MAX_SKIP : last + 1;
    const sentence = text.slice(
      Math.max(0, match.index - 12),
      match.index + before.length + stop.length,
    );
    if (value > reach || value >= limit || digits.startsWith('0')) continue;
    if (!/\p{L}/u.test(before) || (closers === '' && TAKES_NUMBER.test(sentence))) continue;
    const after =
      /^\s+/.exec(text.slice(at + digits.length + 1, at + digits.length + 40))?.[0].length ?? 0;
    found.push({ at, number: digits, length: digits.length + 1 + after });
    last = value;
  }
  return found;
}

/** The next one of the list that is open. */
export function gluedNumber(number: string, previous: Numbered | undefined): Numbered {
  const reading = { alphabet: 'arabic', tuple: [Number(number)], inserted: 0 } as const;
  const item = { form: '.1', number, readings: [reading], loose: false };
  return {
    style: previous?.style ?? '',
    number,
    reading,
    heading: false,
    part: undefined,
    item,
    parent: previous?.parent,
    previous,
  };
}

import { REFERENCE_LOOK_AHEAD } from '../../settings.js';
import type { Mention } from './mention.js';
import { CONJUNCTION, NUMBER_SIGN, OF } from './number-frame.js';
import { IN_DIGITS, plainAsked } from './place-number.js';
import type { PlaceStep } from './reference.js';

const LETTER = String.raw`\(?\p{L}\)`;
const NUMBER = String.raw`(?:\(?${IN_DIGITS}\)?|${LETTER})`;
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{Sc}.,:/-])(?<sign>${NUMBER_SIGN})?` +
    String.raw`(?<numbers>${NUMBER}(?:\s*(?:[,&]|,?\s(?:${CONJUNCTION}))\s*${NUMBER}){0,5})` +
    String.raw`\s+(?:${OF})\s*[«“"(]?$`,
  'iu',
);
const EACH = new RegExp(NUMBER, 'giu');
/** What nobody writes who counts things: "(a) of", "3° de", "3-1 of", "2.1 of". */
const OF_PLACE = /[)°]|\p{N}[.-]\p{N}/u;

/**
 * Mentions of numbers that stand without a name before what they are "of": "n.º 2 do artigo 5",
 * "(a) of article 3", "2 of article 5". Numbers that may count things are loose.
 */
export function numbersBefore(question: string, mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap(({ start }, i) => {
    const from = Math.max(mentions[i - 1]?.end ?? 0, start - REFERENCE_LOOK_AHEAD);
    const match = BEFORE.exec(question.slice(from, start));
    if (match === null) return [];
    const { sign, numbers = '' } = match.groups ?? {};
    const isLoose = sign === undefined && !OF_PLACE.test(numbers);
    const steps = Array.from(numbers.matchAll(EACH), ([typed]): PlaceStep => ({
      names: ['paragraph', 'item'],
      number: plainAsked(typed.replace(/^\(|\)$/gu, '')),
      ...(isLoose ? { loose: true } : {}),
    }));
    const begin = from + match.index;
    const end = begin + (sign ?? '').length + numbers.length;
    return [{ start: begin, end, steps }];
  });
}

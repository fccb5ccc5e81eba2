import {
  isFirst,
  isNext,
  readingsOf,
  type Reading,
} from '../../../documents/structure/numerals.js';

const MARKER = /(?<![\p{L}\p{N}])[(（]?(?<number>\p{L}{1,5}|\p{Nd}{1,3})[)）]/gu;

/**
 * Whether a list that runs on in a sentence has the number: "the following: (a) …; (b) …". The whole
 * list from its first number on has to be there: "under point (b)" speaks of another.
 */
export function listsInWording(text: string, number: string): boolean {
  const reached = new Map<Reading['alphabet'], Reading>();
  for (const { groups: { number: printed = '' } = {} } of text.matchAll(MARKER)) {
    const going = readingsOf(printed.toLowerCase()).filter((reading) => {
      const before = reached.get(reading.alphabet);
      return isFirst(reading) || (before !== undefined && isNext(before, reading));
    });
    if (going.length > 0 && printed.toLowerCase() === number.toLowerCase()) return true;
    for (const reading of going) reached.set(reading.alphabet, reading);
  }
  return false;
}

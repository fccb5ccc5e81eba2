import { isItem, type Level } from './search-state.js';
import { compareReadings, isFirst, isNext, type Reading } from '../numerals.js';

/** What speaks against a reading, in units of which a number that is not used costs 2.5. */
export const COST = {
  /** A list begins with its first number, without anything that leads to it. */
  begin: 0.8,
  /** … behind a colon, or right below an article or a heading. */
  introduced: 0.2,
  fresh: 0.1,
  /** A list begins with another number. */
  beginsLate: 2,
  /** … as the first number of the text or of an article: an excerpt. */
  excerpt: 0.7,
  excerptPerDoubling: 0.1,
  /** A division or provision does; some are left out of every excerpt. */
  partBeginsLate: 1,
  /** Numbers that are missing in a sequence, and each doubling of their number. */
  gap: 1.2,
  partGap: 0.5,
  perDoubling: 0.3,
  /** The same number again, a misprint, or a smaller one. */
  same: 2,
  back: 3.5,
  /** A list begins anew though nothing stands between. */
  again: 1.2,
  againAfterHeading: 0.2,
  /** Each list that a new list closes. */
  closes: 0.4,
  closesAfterPlain: 0.1,
  /** A list of one. */
  single: 0.6,
  singleLate: 0.8,
  /** The list stood in something else before. */
  elsewhere: 0.6,
  /** An item at another indentation than its list. */
  indent: 0.25,
  countedIndent: 1.2,
  /** A numbered part with nothing in it. */
  hollow: 1,
  /** … a division that is closed by one further out: that is its title, "PART II⏎THE FIRST PROTOCOL". */
  hollowDivision: 5,
  runsOn: 0.15,
  /** The last digit stood above the line. */
  raised: 0.5,
  raisedOfTwo: 2.2,
} as const;

export function gapCost(first: Reading, second: Reading, base: number): number {
  const last = second.tuple.length - 1;
  const gap = Math.max(1, (second.tuple[last] ?? 0) - (first.tuple[last] ?? 0));
  return base + COST.perDoubling * Math.log2(gap);
}

/** What closing the levels from `from` on costs: lists that turn out to have been none. */
export function closingCost(levels: readonly Level[], from: number): number {
  let cost = 0;
  for (const level of levels.slice(from)) {
    if (level.count > 1 || !isItem(level)) continue;
    cost += isFirst(level.node.reading) ? COST.single : COST.singleLate;
  }
  return cost;
}

export function sequenceCost(last: Reading, reading: Reading): number {
  if (isNext(last, reading)) return 0;
  const order = compareReadings(last, reading);
  if (reading.tuple.length > 1 && order < 0) {
    const sameParent = last.tuple.slice(0, -1).join('.') === reading.tuple.slice(0, -1).join('.');
    if (!sameParent) return isFirst(reading) ? COST.introduced : COST.begin;
  }
  if (order === 0) return COST.same;
  return order < 0 ? gapCost(last, reading, COST.gap) : COST.back;
}

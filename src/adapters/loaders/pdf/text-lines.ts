import type { Fragment } from './text-fragments.js';

/** Words on one baseline of a column. */
export interface Line {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly text: string;
  /** Width of its first word, to know whether it would have stood on the line before. */
  readonly firstWord: number;
  /** Raised numbers in it, as they stand in the text. */
  readonly raised: readonly string[];
}

/** Of the size of the letters: what stands less apart is on one baseline. */
const SAME_BASELINE = 0.3;
/** Raised and lowered letters are smaller, and still on the line. */
const SMALL = 0.8;
const RAISED = 0.65;
/** A number or a sign is not parted from the word behind it. */
const FIRST_WORD = /^(?:\S{1,3} )?\S+/u;
/** Of the size of the letters: a gap that is a blank. */
const BLANK = 0.13;

/** Those on one baseline, left to right; from the top down. */
export function groupByBaseline(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const words = fragments.filter(({ text }) => text.trim() !== '');
  // The larger letters make the lines, smaller ones join them.
  const ordered = [...words].sort((a, b) => b.size - a.size || a.y - b.y);
  const rows: { y: number; size: number; fragments: Fragment[] }[] = [];
  for (const fragment of ordered) {
    const row = rows.find(({ y, size }) => {
      const apart = fragment.y - y;
      if (Math.abs(apart) <= SAME_BASELINE * Math.max(fragment.size, size * 0.5)) return true;
      return (
        fragment.size <= SMALL * size && apart > -RAISED * size && apart < SAME_BASELINE * size
      );
    });
    if (row === undefined) rows.push({ y: fragment.y, size: fragment.size, fragments: [fragment] });
    else row.fragments.push(fragment);
  }
  return rows.sort((a, b) => a.y - b.y).map(({ fragments: own }) => own.sort((a, b) => a.x - b.x));
}

/** Fragments on one baseline as a line. */
export function toLine(fragments: readonly Fragment[]): Line {
  const rightToLeft =
    fragments.filter((fragment) => fragment.rightToLeft).length * 2 > fragments.length;
  const size = mainSize(fragments);
  const base = fragments.find((fragment) => fragment.size === size)?.y ?? fragments[0]?.y ?? 0;
  const raised: string[] = [];
  const ordered = rightToLeft ? [...fragments].reverse() : fragments;
  let text = '';
  let before: Fragment | undefined;
  for (const fragment of ordered) {
    const isRaised = text !== '' && isRaisedNumber(fragment, { size, base });
    if (before !== undefined && !(isRaised && followsWord(fragment, before))) {
      text += gapBetween(before, fragment);
    }
    if (isRaised) {
      const number = fragment.text.trim();
      raised.push(number);
      text += `${RAISED_MARK}${number}${RAISED_MARK}`;
    } else text += fragment.text;
    before = fragment;
  }
  const clean = text.replace(/[ \t\u00a0]+/gu, ' ').trim();
  const x = Math.min(...fragments.map((fragment) => fragment.x));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  return {
    x,
    right,
    y: base,
    size,
    text: clean,
    firstWord:
      ((right - x) * (FIRST_WORD.exec(clean)?.[0].length ?? 0)) / Math.max(clean.length, 1),
    raised,
  };
}

/** Stands around a raised number until it is known whether it refers to a note; in no text. */
export const RAISED_MARK = '\u0000';

function isRaisedNumber(
  { size: own, y, text }: Fragment,
  { size, base }: { readonly size: number; readonly base: number },
): boolean {
  return own <= SMALL * size && y < base - 0.15 * size && /^\s*(?:\d{1,3}|[*†‡§]+)\s*$/u.test(text);
}

/** A raised number may stand a little off the word that it belongs to. */
function followsWord(raised: Fragment, { right, size }: Fragment): boolean {
  return raised.x - right < 0.6 * size;
}

function gapBetween(left: Fragment, right: Fragment): string {
  const [a, b] = left.x <= right.x ? [left, right] : [right, left];
  const gap = b.x - a.right;
  return gap > BLANK * Math.min(left.size, right.size) ? ' ' : '';
}

/** The size of most letters. */
export function mainSize(
  fragments: readonly { readonly size: number; readonly text: string }[],
): number {
  const letters = new Map<number, number>();
  for (const { size, text } of fragments) {
    const rounded = Math.round(size * 10) / 10;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  const size = most?.[0] ?? 0;
  return fragments.find((fragment) => Math.round(fragment.size * 10) / 10 === size)?.size ?? size;
}

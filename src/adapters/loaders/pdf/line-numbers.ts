import type { Fragment, PageText } from './text-fragments.js';

const NUMBER = /^\s*\d{1,4}\s*$/u;
/** Points beyond the edge of the text. */
const BESIDE = 4;
const MIN_NUMBERS = 4;
/** Of neighbouring numbers on a page, so many count lines. */
const SHARE = 0.7;

/**
 * Takes the numbers off that count lines in the margin. Numbers of paragraphs stand there too: they
 * count by one, however far it is from one to the next.
 */
export function withoutLineNumbers(pages: readonly PageText[]): readonly PageText[] {
  const found = pages.map(marginNumbers);
  const pairs = found.flatMap(({ numbers }) => pairsOf(numbers));
  if (pairs.length < MIN_NUMBERS) return pages;
  const leading = leadingOf(pages);
  const counting = pairs.filter(([a, b]) => countLines(a, { next: b, leading }));
  if (counting.length < SHARE * pairs.length) return pages;
  return pages.map((page, i) => {
    const numbers = new Set(found[i]?.numbers);
    return { ...page, fragments: page.fragments.filter((fragment) => !numbers.has(fragment)) };
  });
}

function marginNumbers({ fragments }: PageText): { readonly numbers: readonly Fragment[] } {
  const isNumber = ({ text }: Fragment): boolean => NUMBER.test(text);
  const words = fragments.filter((fragment) => fragment.text.trim() !== '' && !isNumber(fragment));
  if (words.length === 0) return { numbers: [] };
  const lefts = words.map(({ x }) => x).sort((a, b) => a - b);
  const rights = words.map(({ right }) => right).sort((a, b) => a - b);
  // A few heads and stamps may stand further out.
  const left = lefts[Math.floor(lefts.length * 0.05)] ?? 0;
  const right = rights[Math.ceil(rights.length * 0.95) - 1] ?? Infinity;
  const numbers = fragments
    .filter(isNumber)
    .filter((fragment) => fragment.right < left - BESIDE || fragment.x > right + BESIDE);
  return { numbers: [...numbers].sort((a, b) => a.y - b.y) };
}

function pairsOf(numbers: readonly Fragment[]): readonly (readonly [Fragment, Fragment])[] {
  return numbers.slice(1).flatMap((number, i) => {
    const before = numbers[i];
    return before === undefined ? [] : [[before, number] as const];
  });
}

/** Whether as many lines lie between two numbers as they are apart. */
function countLines(
  number: Fragment,
  { next, leading }: { readonly next: Fragment; readonly leading: number },
): boolean {
  const step = Number(next.text) - Number(number.text);
  if (step < 1) return false;
  const lines = (next.y - number.y) / leading;
  return step === 1 ? lines <= 1.7 : lines <= step * 2.5;
}

function leadingOf(pages: readonly PageText[]): number {
  const steps = pages.flatMap(({ fragments }) => {
    const heights = [...new Set(fragments.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
    return heights.slice(1).map((y, i) => y - (heights[i] ?? y));
  });
  const usual = steps.filter((step) => step > 5).sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 2)] ?? 14;
}

import type { PlacedLine } from './paragraphs.js';

/** Of the size of the text: what is this much larger, and short, is a heading. */
const LARGER = 1.15;
const MAX_LINES = 4;
const MAX_CHARACTERS = 300;
const MAX_LEVELS = 4;

/**
 * The level of each paragraph that larger type shows to be a heading, by the order of the sizes; the
 * first level is the title's alone where there is one.
 */
export function headingLevels(
  paragraphs: readonly (readonly PlacedLine[])[],
  textSize: number,
): readonly (number | undefined)[] {
  const sizes = paragraphs.map((lines) =>
    isHeading(lines, textSize) ? rounded(lines) : undefined,
  );
  const counts = new Map<number, number>();
  for (const size of sizes) if (size !== undefined) counts.set(size, (counts.get(size) ?? 0) + 1);
  const ordered = [...counts.keys()].sort((a, b) => b - a);
  const [largest] = ordered;
  const hasTitle = largest !== undefined && counts.get(largest) === 1;
  return sizes.map((size) => {
    if (size === undefined) return undefined;
    return Math.min(ordered.indexOf(size) + (hasTitle ? 1 : 2), MAX_LEVELS);
  });
}

function isHeading(lines: readonly PlacedLine[], textSize: number): boolean {
  const text = lines.map((line) => line.text).join(' ');
  return (
    lines.length <= MAX_LINES &&
    text.length <= MAX_CHARACTERS &&
    /\p{L}/u.test(text) &&
    lines.every(({ size }) => size >= LARGER * textSize)
  );
}

/** Sizes within half a point are one. */
function rounded(lines: readonly PlacedLine[]): number {
  return Math.round((lines[0]?.size ?? 0) * 2) / 2;
}

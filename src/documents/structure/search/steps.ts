import { isCounted, type ItemMarker } from '../item-marker.js';
import type { Reading } from '../numerals.js';
import { toRoman } from '../to-roman.js';
import type { PartMarker } from '../part-marker.js';
import type { Numbered } from './numbered.js';
import { COST } from './search-costs.js';
import type { Token } from './token.js';

/** One number of a token in one of its readings. */
export interface Step {
  readonly item: ItemMarker | undefined;
  readonly part: PartMarker | undefined;
  readonly reading: Reading;
  readonly style: string;
  readonly heading: boolean;
}

const COUNTED: Reading = { alphabet: 'arabic', tuple: [1], inserted: 0 };

function styleOf(item: ItemMarker, reading: Reading, heading: boolean): string {
  return `${item.form} ${reading.alphabet} ${reading.tuple.length}${heading ? ' heading' : ''}`;
}

/** A number behind another one on its line. */
function innerStep(item: ItemMarker): readonly Step[] {
  return item.readings.slice(0, 1).map((reading) => ({
    item,
    part: undefined,
    reading,
    style: styleOf(item, reading, false),
    heading: false,
  }));
}

/** Every way to read the numbers of the line. */
export function chainsOf({
  part,
  items,
  headingCost,
  itemCost,
}: Token): readonly (readonly Step[])[] {
  if (part !== undefined) {
    return part.readings.map((reading) => [
      { part, item: undefined, reading, style: part.key, heading: false },
      ...items.flatMap((item) => innerStep(item)),
    ]);
  }
  const [first, ...others] = items;
  if (first === undefined) return [];
  const rest = others.flatMap((item) => innerStep(item));
  const readings = isCounted(first) ? [COUNTED] : first.readings;
  return readings.flatMap((reading) =>
    [false, true]
      .filter((heading) => Number.isFinite(heading ? headingCost : itemCost))
      .map((heading) => [
        {
          item: first,
          part: undefined,
          reading,
          style: styleOf(first, reading, heading),
          heading,
        },
        ...rest,
      ]),
  );
}

/** 671 read as 67¹. */
export function isRaised({ item, part, reading }: Step): boolean {
  return reading.inserted > 0 && /^\d+$/.test(part?.number ?? item?.number ?? '');
}

export function raisedCost(step: Step): number {
  if (!isRaised(step)) return 0;
  return (step.reading.tuple[0] ?? 0) < 10 ? COST.raisedOfTwo : COST.raised;
}

export function numbered(
  step: Step,
  parent: Numbered | undefined,
  previous: Numbered | undefined,
): Numbered {
  const { style, reading, heading, part, item } = step;
  const printed = part?.number ?? item?.number ?? '';
  // 671 that was read as 67¹.
  const raised = reading.inserted > 0 && /^\d+$/.test(printed);
  const scanned = part !== undefined && reading.alphabet === 'roman' && !isRomanLike(printed);
  const number = raised
    ? `${printed.slice(0, -1)}-${printed.slice(-1)}`
    : scanned
      ? toRoman(reading.tuple[0] ?? 0)
      : printed;
  return { style, number, reading, heading, part, item, parent, previous };
}

/** With what says that it was put in later: `IVA`, `II bis`. */
function isRomanLike(printed: string): boolean {
  return !/[1T|!\[\]]|[IVX]l/u.test(printed);
}

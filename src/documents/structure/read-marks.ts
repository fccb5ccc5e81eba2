import { ItemCosts, PLAIN_PART, PLAIN_RANGE } from './item-costs.js';
import { endsTerminally, wasFull, type Layout } from './line-layout.js';
import type { LineMarks } from './line-marks.js';
import {
  endsWithColon,
  isMidSentence,
  isTorn,
  placesOfLines,
  restOf,
  type Place,
} from './line-place.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import type { Numbered } from './search/numbered.js';
import { readNumbers } from './search/scheme-search.js';
import type { Token } from './search/token.js';
import { titleLook } from './title-look.js';

/** What the lines of a text begin with. */
export interface Marks {
  /** One a line. */
  readonly marks: readonly Mark[];
  /** `Section 1` stands within articles, as in constitutions, rather than above them. */
  readonly sectionsNest: boolean;
}

class MarkReader {
  readonly #places: readonly Place[];
  readonly #costs: ItemCosts;

  constructor(
    readonly lines: readonly Line[],
    readonly all: readonly LineMarks[],
    readonly layout: Layout,
  ) {
    this.#places = placesOfLines(lines, all);
    this.#costs = new ItemCosts(this.#places, layout);
  }

  read(): Marks {
    const sectionsNest = this.#sectionsNest();
    const numbers = readNumbers(this.#tokens(), { sectionsNest });
    const marks = this.#places.map((place, index) => this.#markOf(place, numbers.get(index)));
    return { marks, sectionsNest };
  }

  #markOf(place: Place, numbers: readonly Numbered[] | undefined): Mark {
    const { marks } = place;
    const { kind, level, offset, length, part } = marks;
    if (kind !== 'wording') return { type: kind, length: 0 };
    const [first, ...others] = numbers ?? [];
    if (first?.part !== undefined && part !== undefined) {
      return {
        type: 'part',
        part: { ...part, number: first.number, readings: [first.reading] },
        numbers: others,
        length,
        level,
      };
    }
    if (first !== undefined) {
      return { type: 'items', numbers: [first, ...others], heading: first.heading, length, level };
    }
    const bullet = this.#bulletOf(place);
    return bullet === undefined
      ? { type: 'none', length: offset, level }
      : { type: 'bullet', length: bullet };
  }

  #bulletOf({ line, marks, previous }: Place): number | undefined {
    if (previous === undefined || !wasFull(previous, line, this.layout)) return marks.bullet;
    return endsTerminally(previous) ? marks.bullet : undefined;
  }

  /** What is below the first section, or before it, tells. */
  #sectionsNest(): boolean {
    const keys = this.all.flatMap(({ part }) => part?.key ?? []);
    const [article, section] = [keys.indexOf('article'), keys.indexOf('section')];
    if (section < 0) return false;
    if (article >= 0) return article < section;
    return this.#places.some(
      (place) => place.marks.part?.key === 'section' && this.#hasWording(place),
    );
  }

  #hasWording(place: Place): boolean {
    const rest = restOf(place);
    return rest !== '' && titleLook(rest) === undefined;
  }

  #tokens(): readonly Token[] {
    const tokens: Token[] = [];
    let afterHeading = true;
    for (const [index, place] of this.#places.entries()) {
      const { marks } = place;
      const token = this.#tokenOf(place, index, afterHeading);
      if (token !== undefined) {
        tokens.push(token);
        afterHeading = false;
      } else if (marks.level !== undefined || this.#isBareHeading(place)) afterHeading = true;
    }
    return tokens;
  }

  #isBareHeading({ line, marks, previous, before, next }: Place): boolean {
    if (marks.kind !== 'wording' || !(next?.gapBefore ?? true)) return false;
    const isTitle =
      before?.part !== undefined &&
      previous !== undefined &&
      before.length >= previous.words.length;
    const look = titleLook(line.words);
    return isTitle ? look !== undefined : line.gapBefore && look === 'capitals';
  }

  #tokenOf(place: Place, index: number, afterHeading: boolean): Token | undefined {
    const { marks, line, before, previous } = place;
    const [first] = marks.items;
    if (marks.part === undefined && first === undefined) return undefined;
    const mid = isMidSentence(place, this.layout);
    if (marks.part !== undefined && mid) return undefined;
    const costs =
      marks.part === undefined && first !== undefined
        ? this.#costs.of(place, first, mid)
        : {
            plainCost: marks.part?.through === undefined ? PLAIN_PART : PLAIN_RANGE,
            itemCost: 0,
            headingCost: 0,
            jumpCost: 0,
          };
    return {
      index,
      items: marks.items,
      indent: line.indent,
      ...(marks.part === undefined ? {} : { part: marks.part }),
      ...costs,
      introduced: endsWithColon(previous) || isTorn(place),
      afterPlain:
        line.gapBefore &&
        before?.kind === 'wording' &&
        before.part === undefined &&
        before.items.length === 0,
      afterHeading,
    };
  }
}

/** What every line begins with, as the whole text bears it out. */
export function readMarks(
  lines: readonly Line[],
  all: readonly LineMarks[],
  layout: Layout,
): Marks {
  return new MarkReader(lines, all, layout).read();
}

import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import type { ItemMarker } from './item-marker.js';
import { startsLowerCase, type Layout } from './line-layout.js';
import {
  endsWithColon,
  followsNext,
  isOver,
  isOverDivision,
  isStrong,
  looksOf,
  restOf,
  wordingBelow,
  type Looks,
  type Place,
} from './line-place.js';
import { readingsOf } from './numerals.js';
import type { Token } from './search/token.js';

const QUANTITY = anyOf(rulesOf('lines').map(({ quantity }) => quantity));
/** That `Article 26` at the beginning of a line is none. */
export const PLAIN_PART = 5;
/** … that "Articles 4 to 24" is: it may be a heading over these. */
export const PLAIN_RANGE = 0.9;

/** In the units of the search, in which most of what is named here is between 0 and 3. */
const COST = {
  never: Number.POSITIVE_INFINITY,
  /** A number, an article, is none. */
  plain: 2.5,
  plainLetter: 1.2,
  plainLoose: 0.35,
  /** … on a line of running text below the end of a sentence. */
  plainBelowEnd: 1.5,
  /** A number in the middle of a running text is one all the same. */
  midSentence: 6,
  /** A number that counts something. */
  quantity: 5,
  /** A year, unless it is the next number of a list. */
  year: 5,
  /** A heading by its look, and a paragraph that looks like one. */
  heading: { capitals: 0, capitalised: 0.4, phrase: 0.7 },
  item: { capitals: 1.2, capitalised: 0.5, phrase: 0.3 },
  dottedHeading: 0.1,
  dottedItem: 0.9,
  /** The item above ends with a colon. */
  headingBelowColon: 1,
  /** The next number follows with nothing between. */
  nothingBelow: 1.5,
  /** Wording without a number stands below. */
  wordingBelow: 0.4,
  smallLetterBehindDecimal: 0.8,
} as const;

/** A year, as a number of its own. */
const FIRST_YEAR = 1000;

function mayBeYear(item: ItemMarker): boolean {
  return item.form.endsWith('1') && (item.readings[0]?.tuple[0] ?? 0) >= FIRST_YEAR;
}

function isBelowColon({ previous, before }: Place): boolean {
  return before !== undefined && before.items.length > 0 && endsWithColon(previous);
}

function formOf(item: ItemMarker): string {
  return `${item.form} ${item.readings[0]?.tuple.length ?? 0}`;
}

/** What speaks against each way to read a number, from its line alone. */
export class ItemCosts {
  /** Forms whose numbers mostly stand before short titles with a full stop: "1. Definitions." */
  readonly #dottedForms: ReadonlySet<string>;

  constructor(
    places: readonly Place[],
    readonly layout: Layout,
  ) {
    this.#dottedForms = dottedForms(places);
  }

  /** `mid`: the line goes on in the middle of a sentence. */
  of(
    place: Place,
    item: ItemMarker,
    mid: boolean,
  ): Pick<Token, 'plainCost' | 'itemCost' | 'headingCost' | 'jumpCost'> {
    const rest = restOf(place);
    const { level } = place.marks;
    const strong = isStrong(place);
    const { look, dotted } = this.#judgedLooks(place, item);
    const below = wordingBelow(place);
    let accept = 0;
    if (mid) accept += COST.midSentence;
    if (QUANTITY.test(rest)) accept += COST.quantity;
    const decimal = (item.readings[0]?.tuple.length ?? 0) > 1;
    if (decimal && startsLowerCase(rest)) accept += COST.smallLetterBehindDecimal;
    const headable = level !== undefined || this.#mayBeHeading(place, item);
    const asHeading =
      level !== undefined
        ? 0
        : !headable || (look === undefined && !dotted)
          ? COST.never
          : (dotted ? COST.dottedHeading : COST.heading[look ?? 'phrase']) +
            (isBelowColon(place) ? COST.headingBelowColon : 0) +
            (followsNext(item, place.after) || isOverDivision(place) ? COST.nothingBelow : 0) -
            (below ? COST.wordingBelow : 0);
    const asItem =
      level !== undefined
        ? COST.never
        : dotted
          ? COST.dottedItem
          : look === undefined
            ? 0
            : COST.item[look] + (below && headable ? COST.wordingBelow : 0);
    return {
      plainCost: this.#plainCost(item, rest, { strong, mid }),
      itemCost: accept + asItem,
      headingCost: accept + asHeading,
      jumpCost: mayBeYear(item) ? COST.year : 0,
    };
  }

  #judgedLooks(place: Place, item: ItemMarker): Looks {
    const { look, dotted } = looksOf(place);
    return { look, dotted: dotted && this.#dottedForms.has(formOf(item)) };
  }

  #mayBeHeading({ marks, next, after }: Place, item: ItemMarker): boolean {
    return (
      marks.items.length === 1 &&
      /^[.、¶ ][1A]$/u.test(item.form) &&
      next !== undefined &&
      (after?.items.length !== 0 || !startsLowerCase(next.words))
    );
  }

  #plainCost(
    item: ItemMarker,
    rest: string,
    { strong, mid }: { readonly strong: boolean; readonly mid: boolean },
  ): number {
    if (item.loose) return COST.plainLoose;
    if (!strong && this.layout.wrapWidth !== undefined) {
      return mid ? COST.plainLoose : COST.plainBelowEnd;
    }
    const isInitial = item.form === '.A' && item.number.length === 1;
    // "A. Smith", "I am": letters begin words.
    if (isInitial || (/^\p{L}/u.test(item.number) && readingsOf(item.number).length === 0)) {
      return COST.plainLetter;
    }
    return rest === '' && !item.form.startsWith('.w') ? COST.plainLetter : COST.plain;
  }
}

function dottedForms(places: readonly Place[]): ReadonlySet<string> {
  const votes = new Map<string, { titles: number; all: number }>();
  for (const place of places) {
    const [item] = place.marks.items;
    if (item === undefined || place.marks.part !== undefined) continue;
    const form = formOf(item);
    const vote = votes.get(form) ?? { titles: 0, all: 0 };
    vote.all += 1;
    if (looksOf(place).dotted && isOver(item, place)) vote.titles += 1;
    votes.set(form, vote);
  }
  return new Set(
    [...votes]
      .filter(([, { titles, all }]) => titles > 1 && titles * 2 > all)
      .map(([form]) => form),
  );
}

import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { isCounted, type ItemMarker } from './item-marker.js';
import { endsTerminally, startsLowerCase, wasFull, type Layout } from './line-layout.js';
import type { LineMarks } from './line-marks.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { readingsOf } from './numerals.js';
import { readNumbers, type Numbered, type Token } from './scheme-search.js';
import { titleLook, withoutMarks, type TitleLook } from './title-look.js';

const RULES = rulesOf('lines');
const LEADS_TO_NUMBER = anyOf(RULES.map(({ leadsToNumber }) => leadsToNumber));
const QUANTITY = anyOf(RULES.map(({ quantity }) => quantity));

/** In the units of the search, in which most of what is named here is between 0 and 3. */
const COST = {
  never: Number.POSITIVE_INFINITY,
  /** A number, an article, is none. */
  plain: 2.5,
  plainPart: 5,
  plainLetter: 1.2,
  plainLoose: 0.35,
  /** … on a line of running text below the end of a sentence. */
  plainBelowEnd: 1.5,
  /** A number in the middle of a running text is one all the same. */
  midSentence: 6,
  /** A number that counts something, a year. */
  quantity: 5,
  /** A heading by its look, and a paragraph that looks like one. */
  heading: { capitals: 0, capitalised: 0.4, phrase: 0.7 },
  item: { capitals: 1.2, capitalised: 0.5, phrase: 0.3 },
  dottedHeading: 0.1,
  dottedItem: 0.9,
  /** The next number follows with nothing between. */
  nothingBelow: 1.5,
  /** Wording without a number stands below. */
  wordingBelow: 0.4,
  smallLetterBehindDecimal: 0.8,
} as const;

/** No title is longer. */
const MAX_TITLE = 250;
/** A year, as a number of its own. */
const FIRST_YEAR = 1000;

interface Place {
  readonly line: Line;
  readonly marks: LineMarks;
  readonly previous: Line | undefined;
  readonly before: LineMarks | undefined;
  /** The lines below it, without a blank line, where they go on in small letters. */
  readonly sequel: readonly string[];
  /** What stands below all of these. */
  readonly next: Line | undefined;
  readonly after: LineMarks | undefined;
}

function endsWithColon(line: Line | undefined): boolean {
  return line !== undefined && /[:：][–—-]?["”*_]*$/u.test(line.words);
}

/** The paragraph before ends in the middle of its sentence: "must be nominated either by". */
function isTorn({ line, previous, before }: Place): boolean {
  return (
    previous !== undefined &&
    before?.kind === 'wording' &&
    before.level === undefined &&
    line.gapBefore &&
    previous.words.length > before.length &&
    /[\p{L}\p{N},]$/u.test(previous.words) &&
    titleLook(previous.words.slice(before.length)) === undefined
  );
}

/** What stands behind the numbers of the line. */
function restOf({ line, marks }: Place): string {
  return line.words.slice(marks.length);
}

/** The same, with the lines on which a title goes on in small letters. */
function titleOf(place: Place): string {
  return [restOf(place), ...place.sequel].join(' ');
}

/** The line begins a block whatever it begins with. */
function isStrong({ line, previous, before }: Place): boolean {
  if (line.gapBefore || previous === undefined || before === undefined) return true;
  if (before.kind !== 'wording' || before.level !== undefined) return true;
  const whole = before.length >= previous.words.length;
  const titled =
    before.part !== undefined && titleLook(previous.words.slice(before.length)) !== undefined;
  return (before.part !== undefined || before.items.length > 0) && (whole || titled);
}

/** The number is not accepted here, whatever the others are. */
function isMidSentence(place: Place, layout: Layout): boolean {
  const { line, previous } = place;
  if (previous === undefined || isStrong(place) || endsTerminally(previous)) return false;
  return wasFull(previous, line, layout) || LEADS_TO_NUMBER.test(previous.words);
}

function isQuantity(item: ItemMarker, rest: string): boolean {
  const [first = 0] = item.readings[0]?.tuple ?? [];
  return QUANTITY.test(rest) || (item.form.endsWith('1') && first >= FIRST_YEAR);
}

function followsNext(item: ItemMarker, after: LineMarks | undefined): boolean {
  const [next] = after?.items ?? [];
  const value = item.readings[0]?.tuple.at(-1) ?? 0;
  return (
    next !== undefined &&
    (isCounted(next) ||
      (next.form === item.form && next.readings.some(({ tuple }) => tuple.at(-1) === value + 1)))
  );
}

/** Wording stands below that is not the next of the same numbers. */
function wordingBelow({ marks, next, after }: Place): boolean {
  if (next === undefined || after?.kind !== 'wording' || after.level !== undefined) return false;
  const [own, below] = [marks.items[0], after.items[0]];
  const isSibling =
    own !== undefined &&
    below?.form === own.form &&
    below.readings[0]?.tuple.length === own.readings[0]?.tuple.length;
  const rest = next.words.slice(after.length);
  return (
    !isSibling &&
    after.part === undefined &&
    after.bullet === undefined &&
    !startsLowerCase(rest) &&
    titleLook(rest) === undefined
  );
}

/** Wording without a number, or with a deeper one, stands below. */
function isOver(item: ItemMarker, { next, after }: Place): boolean {
  if (next === undefined || after?.kind !== 'wording' || after.part !== undefined) return false;
  const [below] = after.items;
  return below === undefined
    ? after.bullet === undefined && !startsLowerCase(next.words)
    : (below.readings[0]?.tuple.length ?? 0) > (item.readings[0]?.tuple.length ?? 0);
}

/** A title may be wrapped over so many lines. */
const MAX_TITLE_LINES = 5;

function sequelOf(
  lines: readonly Line[],
  all: readonly LineMarks[],
  index: number,
): readonly string[] {
  const sequel: string[] = [];
  const next = lines[index + 1];
  if (next === undefined || next.gapBefore || !startsLowerCase(next.words)) return sequel;
  for (let at = index + 1; sequel.length < MAX_TITLE_LINES; at += 1) {
    const [line, marks] = [lines[at], all[at]];
    if (line === undefined || marks === undefined || line.gapBefore) break;
    if (marks.kind !== 'wording' || marks.part !== undefined || marks.level !== undefined) break;
    if (marks.items.some(({ loose }) => !loose)) break;
    sequel.push(line.words);
  }
  return sequel;
}

interface Looks {
  readonly look: TitleLook | undefined;
  /** "Definitions." */
  readonly dotted: boolean;
}

function looksOf(place: Place): Looks {
  const rest = titleOf(place);
  if (rest.length > MAX_TITLE) return { look: undefined, dotted: false };
  const look = titleLook(rest);
  const bare = withoutMarks(rest);
  const dotted =
    look === undefined && /[^.]\.$/.test(bare) && titleLook(bare.slice(0, -1)) !== undefined;
  return { look, dotted };
}

class MarkReader {
  readonly #places: readonly Place[];
  /** Forms whose numbers mostly stand before short titles with a full stop: "1. Definitions." */
  readonly #dottedForms: ReadonlySet<string>;

  constructor(
    readonly lines: readonly Line[],
    readonly all: readonly LineMarks[],
    readonly layout: Layout,
  ) {
    this.#places = lines.flatMap((line, index): readonly Place[] => {
      const marks = all[index];
      if (marks === undefined) return [];
      const sequel = sequelOf(lines, all, index);
      const next = index + sequel.length + 1;
      return [
        {
          line,
          marks,
          previous: lines[index - 1],
          before: all[index - 1],
          sequel,
          next: lines[next],
          after: all[next],
        },
      ];
    });
    this.#dottedForms = this.#findDottedForms();
  }

  read(): readonly Mark[] {
    const numbers = readNumbers(this.#tokens(), { sectionsNest: this.#sectionsNest() });
    return this.#places.map((place, index) => this.#markOf(place, numbers.get(index)));
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

  /** Sections stand within articles, as in constitutions, rather than above them. */
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

  #findDottedForms(): ReadonlySet<string> {
    const votes = new Map<string, { titles: number; all: number }>();
    for (const place of this.#places) {
      const [item] = place.marks.items;
      if (item === undefined || place.marks.part !== undefined) continue;
      const form = `${item.form} ${item.readings[0]?.tuple.length ?? 0}`;
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

  #isBareHeading({ line, marks, next }: Place): boolean {
    return (
      marks.kind === 'wording' &&
      line.gapBefore &&
      (next?.gapBefore ?? true) &&
      titleLook(line.words) === 'capitals'
    );
  }

  #tokenOf(place: Place, index: number, afterHeading: boolean): Token | undefined {
    const { marks, line, before, previous } = place;
    const [first] = marks.items;
    if (marks.part === undefined && first === undefined) return undefined;
    const mid = isMidSentence(place, this.layout);
    if (marks.part !== undefined && mid) return undefined;
    const costs =
      marks.part === undefined && first !== undefined
        ? this.#itemCosts(place, first, mid)
        : { plainCost: COST.plainPart, itemCost: 0, headingCost: 0 };
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

  #itemCosts(
    place: Place,
    item: ItemMarker,
    mid: boolean,
  ): Pick<Token, 'plainCost' | 'itemCost' | 'headingCost'> {
    const rest = restOf(place);
    const { level } = place.marks;
    const strong = isStrong(place);
    const { look, dotted } = this.#judgedLooks(place, item);
    const below = wordingBelow(place);
    let accept = 0;
    if (mid) accept += COST.midSentence;
    if (isQuantity(item, rest)) accept += COST.quantity;
    const decimal = (item.readings[0]?.tuple.length ?? 0) > 1;
    if (decimal && startsLowerCase(rest)) accept += COST.smallLetterBehindDecimal;
    const headable = level !== undefined || this.#mayBeHeading(place, item);
    const asHeading =
      level !== undefined
        ? 0
        : !headable || (look === undefined && !dotted)
          ? COST.never
          : (dotted ? COST.dottedHeading : COST.heading[look ?? 'phrase']) +
            (followsNext(item, place.after) ? COST.nothingBelow : 0) -
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
    };
  }

  #judgedLooks(place: Place, item: ItemMarker): Looks {
    const { look, dotted } = looksOf(place);
    const form = `${item.form} ${item.readings[0]?.tuple.length ?? 0}`;
    return { look, dotted: dotted && this.#dottedForms.has(form) };
  }

  #mayBeHeading({ marks, next, after }: Place, item: ItemMarker): boolean {
    return (
      marks.items.length === 1 &&
      /^[.、][1A]$/u.test(item.form) &&
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
    return rest === '' ? COST.plainLetter : COST.plain;
  }
}

/** What every line begins with, as the whole text bears it out. */
export function readMarks(
  lines: readonly Line[],
  all: readonly LineMarks[],
  layout: Layout,
): readonly Mark[] {
  return new MarkReader(lines, all, layout).read();
}

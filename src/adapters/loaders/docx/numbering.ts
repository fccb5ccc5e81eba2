import type { Element } from 'domhandler';
import { formatNumber } from '../markup/number-formats.js';
import { attribute, childOf, childrenOf } from '../markup/xml.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` */
  readonly pattern: string;
  readonly follows: 'tab' | 'space' | 'nothing';
  /** Numbers of outer levels are shown as digits here. */
  readonly digits: boolean;
  /** Goes on counting below a new outer number. */
  readonly goesOn: boolean;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where it begins to count anew, by level. */
  readonly restarts: ReadonlyMap<number, number>;
}

export interface PrintedNumber {
  /** `IV.`, `1.2`, `(a)`, or `-` for a bullet; empty where nothing is printed. */
  readonly marker: string;
  /** Whether a blank stands behind it. */
  readonly spaced: boolean;
}

/**
 * The numbers that a word processor prints before paragraphs: they stand nowhere in the file, but
 * are counted from its first paragraph on.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  /** The last number of each level, by the definition that lists share. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: Element | undefined, styleNumId: (styleId: string) => string | undefined) {
    this.#lists = root === undefined ? new Map() : readLists(root, styleNumId);
  }

  /** To be asked once for each numbered paragraph, in their order. */
  next(numId: string, level: number): PrintedNumber | undefined {
    const list = this.#lists.get(numId);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return undefined;
    const counters = this.#countersOf(list, { numId, level });
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    for (let inner = level + 1; inner < counters.length; inner += 1) {
      if (list.levels.get(inner)?.goesOn !== true) counters[inner] = undefined;
    }
    if (own.format === 'bullet') return { marker: '-', spaced: true };
    const marker = own.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const at_ = list.levels.get(at);
      const value = (counters[at] ??= at_?.start ?? 1);
      const format = own.digits && at !== level ? 'decimal' : (at_?.format ?? 'decimal');
      return format === 'none' ? '' : (formatNumber(value, format) ?? String(value));
    });
    return { marker: marker.trim(), spaced: own.follows !== 'nothing' };
  }

  #countersOf(
    list: List,
    { numId, level }: { readonly numId: string; readonly level: number },
  ): (number | undefined)[] {
    const counters = this.#counters.get(list.abstractId) ?? [];
    this.#counters.set(list.abstractId, counters);
    const restart = list.restarts.get(level);
    const begun = `${numId}/${level}`;
    if (restart !== undefined && !this.#begun.has(begun)) counters[level] = restart - 1;
    this.#begun.add(begun);
    return counters;
  }
}

function readLists(
  root: Element,
  styleNumId: (styleId: string) => string | undefined,
): ReadonlyMap<string, List> {
  const definitions = new Map(
    childrenOf(root, 'abstractNum').map((element) => [
      attribute(element, 'abstractNumId') ?? '',
      element,
    ]),
  );
  const nums = new Map(
    childrenOf(root, 'num').map((element) => [attribute(element, 'numId') ?? '', element]),
  );
  const definitionOf = (num: Element | undefined): string =>
    attribute(childOf(num, 'abstractNumId'), 'val') ?? '';
  const lists = new Map<string, List>();
  for (const [numId, num] of nums) {
    let abstractId = definitionOf(num);
    // A definition may only name a style that has one.
    const link = attribute(childOf(definitions.get(abstractId), 'numStyleLink'), 'val');
    if (link !== undefined) {
      abstractId = definitionOf(nums.get(styleNumId(link) ?? '')) || abstractId;
    }
    const levels = new Map<number, Level>();
    const restarts = new Map<number, number>();
    for (const level of childrenOf(definitions.get(abstractId) ?? num, 'lvl')) {
      levels.set(levelOf(level), readLevel(level));
    }
    for (const override of childrenOf(num, 'lvlOverride')) {
      const own = childOf(override, 'lvl');
      if (own !== undefined) levels.set(levelOf(override), readLevel(own));
      const restart = attribute(childOf(override, 'startOverride'), 'val');
      if (restart !== undefined) restarts.set(levelOf(override), Number(restart));
    }
    lists.set(numId, { abstractId, levels, restarts });
  }
  return lists;
}

function levelOf(element: Element): number {
  return Number(attribute(element, 'ilvl') ?? '0');
}

function readLevel(level: Element): Level {
  const value = (name: string): string | undefined => attribute(childOf(level, name), 'val');
  const follows = value('suff');
  return {
    start: Number(value('start') ?? '1'),
    format: value('numFmt') ?? 'decimal',
    pattern: value('lvlText') ?? '',
    follows: follows === 'space' || follows === 'nothing' ? follows : 'tab',
    digits: childOf(level, 'isLgl') !== undefined,
    goesOn: value('lvlRestart') === '0',
  };
}

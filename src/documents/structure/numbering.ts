import type { Label, Member, Series } from './label.js';
import type { ItemMarker, KeywordMarker } from './item-marker.js';
import type { OpenHeading } from './outline.js';

/** Where a paragraph stands. */
export interface Place {
  readonly path: readonly OpenHeading[];
  /** The paragraph before it ends with a colon. */
  readonly introduced: boolean;
}

export interface NumberingOptions {
  /** Paragraphs bear numbers; else numbers in the text are lists in passing. */
  readonly numbered: boolean;
  /** There are articles, so that numbers in brackets before the first are recitals. */
  readonly provisions: boolean;
}

/** An open list. The innermost comes last. */
interface Level {
  readonly form: string;
  readonly alphabet: string;
  readonly value: number;
  readonly tuple: readonly number[];
  readonly label: Label;
  /** The label of another item of the same list. */
  readonly labelFor: (item: ItemMarker, place: Place) => Label;
}

/** Letters and small roman numerals are parts of a paragraph rather than paragraphs. */
function isSubordinate(form: string, alphabet: string): boolean {
  return alphabet !== 'arabic' && !form.endsWith('A');
}

function partOf(parent: Label, item: ItemMarker): Label {
  return {
    type: 'part',
    parent,
    part: item.form.startsWith('.') ? `.${item.number}` : `(${item.number})`,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isBelow(outer: readonly number[], inner: readonly number[]): boolean {
  return outer.length < inner.length && outer.every((value, index) => inner[index] === value);
}

/** Deeper than "1.1(a)(i)", nothing is a list. */
const MAX_DEPTH = 8;

/** Gives every paragraph its label, in the order of the text. */
export class Numbering {
  readonly series: Series[] = [];
  readonly #current = new Map<string, Series>();
  readonly #continuations = new Map<Label, number>();
  #levels: readonly Level[] = [];
  #provision: { readonly label: Label; readonly number: string; hasText: boolean } | undefined;
  #article: Label | undefined;
  /** The paragraph before, unless a heading stands between. */
  #last: { readonly label: Label; readonly unnumbered: boolean } | undefined;
  #closed = false;
  #begun = false;

  constructor(readonly options: NumberingOptions) {}

  /** A number of the document has been read. */
  get begun(): boolean {
    return this.#begun;
  }

  /** The last number of the innermost list with `1.` `2.` `3.`. */
  get openNumber(): number | undefined {
    return this.#levels.findLast((level) => level.form === '.1' && level.tuple.length === 1)?.value;
  }

  /** A heading ends lists and provisions; numbers of the whole document run on across it. */
  heading(heading: OpenHeading): void {
    if (heading.kind === 'subtitle' && heading.style === 'subtitle provision') return;
    this.#end();
  }

  #end(): void {
    this.#levels = [];
    this.#last = undefined;
    this.#provision = undefined;
    this.#closed = false;
  }

  /** `Article 26` begins, be it as a heading or in front of its wording. */
  provision(keyword: KeywordMarker, path: readonly OpenHeading[]): void {
    this.#end();
    const outer = keyword.key === 'section' ? this.#article : undefined;
    const label: Label =
      outer === undefined
        ? this.#rootProvision(keyword, path)
        : { type: 'part', parent: outer, part: `.${keyword.number}` };
    if (keyword.key !== 'section') this.#article = label;
    this.#provision = { label, number: keyword.number, hasText: false };
  }

  #rootProvision(keyword: KeywordMarker, path: readonly OpenHeading[]): Label {
    const digits = keyword.number.split('.').map((part) => Number.parseInt(part, 10));
    const tuple = digits.some(Number.isNaN) ? [keyword.readings[0]?.value ?? 0] : digits;
    const above = path.findIndex((heading) => heading.kind === 'provision');
    return this.#root(keyword.key, {
      tuple,
      number: keyword.number,
      path: above < 0 ? path : path.slice(0, above),
    });
  }

  #root(family: string, member: Member): Label {
    this.#begun = true;
    let series = this.#current.get(family);
    const last = series?.members.at(-1);
    const order = last === undefined ? 1 : compare(member.tuple, last.tuple);
    const again =
      last !== undefined &&
      order <= 0 &&
      (member.tuple[0] === 1 || member.path.at(-1) !== last.path.at(-1));
    if (series === undefined || again) {
      series = { family, members: [], prefix: '' };
      this.series.push(series);
      this.#current.set(family, series);
    }
    // A number misprinted twice is not the end of the sequence.
    if (again || order > 0) series.members.push(member);
    return { type: 'number', series, number: member.number };
  }

  /** The closing formula, "Done at …", and the signatures after it: below no number. */
  closing(): Label {
    this.#end();
    this.#closed = true;
    return { type: 'counted', name: 'closing-' };
  }

  unnumbered(place: Place): Label {
    const label = this.#unnumberedLabel(place.path);
    this.#last = { label, unnumbered: true };
    return label;
  }

  items(items: readonly ItemMarker[], place: Place): Label {
    for (const item of items) {
      const label = this.#item(item, place);
      this.#closed = false;
      if (label === undefined) return this.unnumbered(place);
      this.#last = { label, unnumbered: false };
      if (this.#provision !== undefined) this.#provision.hasText = true;
    }
    return this.#last?.label ?? this.unnumbered(place);
  }

  #unnumberedLabel(path: readonly OpenHeading[]): Label {
    if (this.#provision?.hasText === false) {
      this.#provision.hasText = true;
      return this.#provision.label;
    }
    if (this.#closed) return { type: 'counted', name: 'closing-' };
    if (!this.#begun) return { type: 'unnumbered', path, early: true };
    const owner =
      this.#levels.findLast((level) => !isSubordinate(level.form, level.alphabet))?.label ??
      this.#provision?.label;
    if (owner === undefined) return { type: 'unnumbered', path, early: !this.#begun };
    const ordinal = (this.#continuations.get(owner) ?? 1) + 1;
    this.#continuations.set(owner, ordinal);
    return { type: 'part', parent: owner, part: `-${ordinal}` };
  }

  #item(item: ItemMarker, place: Place): Label | undefined {
    if (item.tuple.length > 1) return this.#decimal(item, place);
    if (item.form === '.1' && this.#endsLists(item, place)) {
      this.#levels = [];
      this.#last = undefined;
    }
    for (const [index, level] of [...this.#levels.entries()].reverse()) {
      if (level.form !== item.form || level.tuple.length > 1) continue;
      const next = item.readings.find(
        (reading) => reading.alphabet === level.alphabet && reading.value === level.value + 1,
      );
      if (next !== undefined) return this.#continue(index, item, place);
    }
    const at = this.#levels.findLastIndex(
      (level) => level.form === item.form && level.tuple.length <= 1,
    );
    const alphabet = (item.readings.find((reading) => reading.value === 1) ?? item.readings[0])
      ?.alphabet;
    if (alphabet === undefined) return undefined;
    const begins = item.readings.some((reading) => reading.value === 1);
    // A second list of the same form is a list of its own where something introduces it.
    const introduced =
      place.introduced || (this.#last?.unnumbered === true && isSubordinate(item.form, alphabet));
    return at < 0 || (begins && introduced)
      ? this.#begin(item, place, alphabet)
      : this.#continue(at, item, place);
  }

  /**
   * After 1.12 comes 2., and after (d), where no 1. is open, comes 3. of what the letters stand
   * under.
   */
  #endsLists(item: ItemMarker, place: Place): boolean {
    const value = item.tuple[0] ?? 0;
    const outer = this.#levels[0]?.tuple ?? [];
    if (outer.length > 1) return this.#provision === undefined && value > (outer[0] ?? 0);
    return (
      value > 1 &&
      !place.introduced &&
      this.#levels.length > 0 &&
      this.#levels.every((level) => level.tuple.length === 0)
    );
  }

  /** The item stands in the list at `index`, which ends the lists within that one. */
  #continue(index: number, item: ItemMarker, place: Place): Label | undefined {
    const level = this.#levels[index];
    if (level === undefined) return undefined;
    this.#levels = this.#levels.slice(0, index);
    const label = level.labelFor(item, place);
    this.#open(item, { label, labelFor: level.labelFor, alphabet: level.alphabet });
    return label;
  }

  /** The item begins a list: below the paragraph before it, or at the top. */
  #begin(item: ItemMarker, place: Place, alphabet: string): Label | undefined {
    if (this.#last?.unnumbered === true) {
      this.#levels = this.#levels.filter((level) => !isSubordinate(level.form, level.alphabet));
    }
    if (this.#levels.length >= MAX_DEPTH) return undefined;
    const labelFor = this.#labellerOf(item, place, alphabet);
    if (labelFor === undefined) return undefined;
    const label = labelFor(item, place);
    this.#open(item, { label, labelFor, alphabet });
    return label;
  }

  #labellerOf(item: ItemMarker, place: Place, alphabet: string): Level['labelFor'] | undefined {
    const subordinate = isSubordinate(item.form, alphabet);
    const { numbered, provisions } = this.options;
    // Among articles, a list that something introduces is part of that, wherever it stands.
    const inPassing =
      place.introduced && this.#last?.unnumbered === true && provisions && this.#begun;
    if (
      this.#levels.length === 0 &&
      this.#provision === undefined &&
      numbered &&
      !subordinate &&
      !inPassing
    ) {
      if (item.form === '()1' && provisions && !this.#begun) {
        return (other) => partOf({ type: 'fixed', text: 'preamble' }, other);
      }
      return (other, where) => this.#rootItem(other, where.path, alphabet);
    }
    const parent =
      this.#last?.label ??
      this.#provision?.label ??
      (subordinate ? this.#headingLabel(place.path) : undefined);
    return parent === undefined ? undefined : (other) => partOf(parent, other);
  }

  /** What `(a)` right below a heading is part of. */
  #headingLabel(path: readonly OpenHeading[]): Label {
    return { type: 'heading', path, early: !this.#begun };
  }

  #rootItem(item: ItemMarker, path: readonly OpenHeading[], alphabet: string): Label {
    const value = item.readings.find((reading) => reading.alphabet === alphabet)?.value ?? 0;
    return this.#root(item.tuple.length > 0 ? 'item' : alphabet, {
      tuple: item.tuple.length > 0 ? item.tuple : [value],
      number: item.number,
      path,
    });
  }

  /** `2.1` says itself where it stands; within Article 5, `1.1` is `5.1.1`. */
  #decimal(item: ItemMarker, place: Place): Label | undefined {
    this.#levels = this.#levels.filter(
      (level) => level.tuple.length > 0 && isBelow(level.tuple, item.tuple),
    );
    const provision = this.#provision;
    if (provision === undefined && !this.options.numbered) return undefined;
    const labelFor = (other: ItemMarker, where: Place): Label => {
      if (provision === undefined) {
        return this.#root('item', { tuple: other.tuple, number: other.number, path: where.path });
      }
      const own =
        String(other.tuple[0]) === provision.number ? other.tuple.slice(1).join('.') : other.number;
      return { type: 'part', parent: provision.label, part: `.${own}` };
    };
    const label = labelFor(item, place);
    this.#open(item, { label, labelFor, alphabet: 'arabic' });
    return label;
  }

  #open(item: ItemMarker, level: Pick<Level, 'label' | 'labelFor' | 'alphabet'>): void {
    const value =
      item.readings.find((reading) => reading.alphabet === level.alphabet)?.value ??
      item.readings[0]?.value ??
      0;
    this.#levels = [...this.#levels, { ...level, form: item.form, tuple: item.tuple, value }];
  }
}

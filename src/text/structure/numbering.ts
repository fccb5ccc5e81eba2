import type { Label, Series } from './label.js';
import type { ItemMarker, KeywordMarker } from './marker.js';
import type { OpenHeading } from './outline.js';

interface Level {
  readonly form: string;
  readonly alphabet: string;
  readonly value: number;
  readonly tuple: readonly number[];
  readonly label: Label;
}

/** A letter or small roman numeral: part of a paragraph rather than a paragraph. */
function isSubordinate(level: Level): boolean {
  return level.alphabet !== 'arabic' && !level.form.endsWith('A');
}

function partOf(item: ItemMarker): string {
  return item.form.startsWith('.') ? `.${item.number}` : `(${item.number})`;
}

function isPrefix(short: readonly number[], long: readonly number[]): boolean {
  return short.length < long.length && short.every((value, index) => long[index] === value);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where a paragraph stands among the others. */
export interface Place {
  readonly path: readonly OpenHeading[];
  /** The paragraph before it ends with a colon. */
  readonly introduced: boolean;
}

/** Gives every paragraph its label, in the order of the text. */
export class Numbering {
  readonly series: Series[] = [];
  readonly #current = new Map<string, Series>();
  readonly #continuations = new Map<Label, number>();
  readonly #underHeading = new Map<OpenHeading | undefined, number>();
  #levels: Level[] = [];
  #provision: Label | undefined;
  #provisionNumber = '';
  #provisionHasText = false;
  #last: { readonly label: Label; readonly unnumbered: boolean } | undefined;
  #preamble = 0;
  #begun = false;

  /** @param numbered Paragraphs bear numbers; else numbers in the text are lists in passing. */
  constructor(
    readonly numbered: boolean,
    readonly headingsNumber: boolean,
  ) {}

  /** The last number of the innermost list with `1.` `2.` `3.`. */
  get openNumber(): number | undefined {
    return this.#levels.findLast((level) => level.form === '.1' && level.tuple.length === 1)?.value;
  }

  /** A heading ends lists and provisions; numbers of the whole document run on across it. */
  heading(heading: OpenHeading): void {
    if (heading.kind === 'subtitle' && heading.style === 'subtitle provision') return;
    this.#levels = [];
    this.#last = undefined;
    this.#provision = undefined;
  }

  /** `Article 26` begins, be it as a heading or in front of its wording. */
  provision(keyword: KeywordMarker, path: readonly OpenHeading[], outer: KeywordMarker | undefined): void {
    const parent = outer === undefined ? undefined : this.#rootOf(outer, path);
    this.#provision = parent === undefined ? this.#rootOf(keyword, path) : { type: 'part', parent, part: `.${keyword.number}` };
    this.#provisionNumber = keyword.number;
    this.#provisionHasText = false;
    this.#levels = [];
    this.#last = undefined;
  }

  unnumbered(place: Place): Label {
    const label = this.#unnumberedLabel(place);
    this.#last = { label, unnumbered: true };
    return label;
  }

  items(items: readonly ItemMarker[], place: Place): Label {
    let label: Label | undefined;
    for (const item of items) {
      label = this.#item(item, place);
      if (label === undefined) return this.unnumbered(place);
      this.#last = { label, unnumbered: false };
      this.#provisionHasText = true;
    }
    return label ?? this.unnumbered(place);
  }

  #rootOf(keyword: KeywordMarker, path: readonly OpenHeading[]): Label {
    const tuple = keyword.number.split('.').map((part) => Number.parseInt(part, 10));
    const value = tuple.some(Number.isNaN) ? [keyword.readings[0]?.value ?? 0] : tuple;
    const own = path.at(-1)?.kind === 'provision' ? path.slice(0, -1) : path;
    return this.#root(keyword.key, { tuple: value, number: keyword.number, path: own });
  }

  #root(family: string, member: Series['members'][number]): Label {
    this.#begun = true;
    let series = this.#current.get(family);
    const last = series?.members.at(-1);
    if (series === undefined || (last !== undefined && compare(member.tuple, last.tuple) <= 0 && (member.tuple[0] === 1 || member.path !== last.path))) {
      series = { family, members: [], prefix: '' };
      this.series.push(series);
      this.#current.set(family, series);
    }
    const known = series.members.at(-1);
    if (known === undefined || compare(member.tuple, known.tuple) !== 0) series.members.push(member);
    return { type: 'number', series, number: member.number };
  }

  #unnumberedLabel(place: Place): Label {
    if (this.#provision !== undefined && !this.#provisionHasText) {
      this.#provisionHasText = true;
      return this.#provision;
    }
    const owner = this.#levels.findLast((level) => !isSubordinate(level))?.label ?? this.#provision;
    if (owner !== undefined) {
      const place = (this.#continuations.get(owner) ?? 1) + 1;
      this.#continuations.set(owner, place);
      return { type: 'part', parent: owner, part: `-${place}` };
    }
    return this.#namedAfterHeading(place.path);
  }

  /** Under a heading and no number: the `n`-th there, or the `n`-th of the preamble or of the whole text. */
  #namedAfterHeading(path: readonly OpenHeading[]): Label {
    const numberedAt = path.findLastIndex((heading) => heading.number !== undefined);
    const at = this.headingsNumber ? numberedAt : path.length - 1;
    const heading = path[at];
    const early = this.headingsNumber ? numberedAt < 0 && !this.#begun : !this.#begun;
    if (heading === undefined || (!this.numbered && !this.headingsNumber) || (early && (heading.number === undefined || heading.kind === 'markdown'))) {
      this.#preamble += 1;
      return { type: 'fixed', text: this.numbered || this.headingsNumber ? `preamble-${this.#preamble}` : `p${this.#preamble}` };
    }
    if (this.headingsNumber) this.#begun = true;
    const ordinal = (this.#underHeading.get(heading) ?? 0) + 1;
    this.#underHeading.set(heading, ordinal);
    return { type: 'heading', heading, path: path.slice(0, at + 1), ordinal };
  }

  #item(item: ItemMarker, place: Place): Label | undefined {
    if (item.tuple.length > 1) return this.#decimal(item, place);
    for (let index = this.#levels.length - 1; index >= 0; index -= 1) {
      const level = this.#levels[index];
      const next = level?.form === item.form && level.tuple.length <= 1 ? item.readings.find((reading) => reading.alphabet === level.alphabet && reading.value === level.value + 1) : undefined;
      if (next !== undefined) return this.#putAt(index, item, place, next.alphabet);
    }
    const at = this.#levels.findLastIndex((level) => level.form === item.form && level.tuple.length <= 1);
    const first = item.readings.find((reading) => reading.value === 1) ?? item.readings[0];
    if (first === undefined) return undefined;
    if (at < 0) return this.#below(item, place, first.alphabet);
    const opens = first.value === 1 && (place.introduced || (this.#last?.unnumbered === true && isSubordinate({ ...this.#levels[at], alphabet: first.alphabet, form: item.form } as Level)));
    if (opens) return this.#below(item, place, first.alphabet);
    const alphabet = this.#levels[at]?.alphabet ?? first.alphabet;
    return this.#putAt(at, item, place, item.readings.some((reading) => reading.alphabet === alphabet) ? alphabet : first.alphabet);
  }

  /** The item stands in the list at `index`, which ends the lists within that one. */
  #putAt(index: number, item: ItemMarker, place: Place, alphabet: string): Label {
    const level = this.#levels[index];
    this.#levels = this.#levels.slice(0, index);
    const old = level?.label;
    const label: Label = old?.type === 'part' ? { type: 'part', parent: old.parent, part: partOf(item) } : old?.type === 'number' ? this.#rootItem(item, place, alphabet) : { type: 'fixed', text: partOf(item) };
    this.#push(item, alphabet, label);
    return label;
  }

  /** The item begins a list below the paragraph before it, or at the top. */
  #below(item: ItemMarker, place: Place, alphabet: string): Label | undefined {
    if (this.#last?.unnumbered === true) this.#levels = this.#levels.filter((level) => !isSubordinate(level));
    const atTop = this.#levels.length === 0 && this.#provision === undefined;
    const subordinate = isSubordinate({ form: item.form, alphabet, value: 0, tuple: [], label: { type: 'fixed', text: '' } });
    let label: Label | undefined;
    if (atTop && this.numbered && !subordinate) {
      if (item.form === '()1' && !this.#begun && this.#hasProvisionsAhead) label = { type: 'fixed', text: `preamble${partOf(item)}` };
      else label = this.#rootItem(item, place, alphabet);
    } else {
      const parent = this.#last?.label ?? this.#provision;
      if (parent !== undefined) label = { type: 'part', parent, part: partOf(item) };
      else if (subordinate) label = this.#underTop(item, place);
    }
    if (label !== undefined) this.#push(item, alphabet, label);
    return label;
  }

  #hasProvisionsAhead = false;

  /** Said before the first paragraph: the text has articles, so numbers in brackets before them are recitals. */
  expectProvisions(): void {
    this.#hasProvisionsAhead = true;
  }

  /** `(a)` right below a heading. */
  #underTop(item: ItemMarker, place: Place): Label {
    const heading = place.path.at(-1);
    if (heading === undefined || !this.#begun) return { type: 'fixed', text: this.#begun ? partOf(item) : `preamble${partOf(item)}` };
    return { type: 'part', parent: { type: 'heading', heading, path: place.path, ordinal: 0 }, part: partOf(item) };
  }

  #rootItem(item: ItemMarker, place: Place, alphabet: string): Label {
    const tuple = item.tuple.length > 0 ? item.tuple : [item.readings.find((reading) => reading.alphabet === alphabet)?.value ?? 0];
    return this.#root(item.tuple.length > 0 ? 'item' : alphabet, { tuple, number: item.number, path: place.path });
  }

  /** `2.1` says where it stands; within Article 5, `1.1` is `5.1.1`. */
  #decimal(item: ItemMarker, place: Place): Label | undefined {
    this.#levels = this.#levels.filter((level) => isPrefix(level.tuple, item.tuple));
    let label: Label;
    if (this.#provision !== undefined && String(item.tuple[0]) !== this.#provisionNumber) label = { type: 'part', parent: this.#provision, part: `.${item.number}` };
    else if (this.#provision !== undefined) label = this.#inProvision(item, this.#provision);
    else if (this.numbered) label = this.#root('item', { tuple: item.tuple, number: item.number, path: place.path });
    else return undefined;
    this.#push(item, 'arabic', label);
    return label;
  }

  #inProvision(item: ItemMarker, provision: Label): Label {
    return { type: 'part', parent: provision, part: `.${item.tuple.slice(1).join('.')}` };
  }

  #push(item: ItemMarker, alphabet: string, label: Label): void {
    const value = item.readings.find((reading) => reading.alphabet === alphabet)?.value ?? item.tuple.at(-1) ?? 0;
    this.#levels.push({ form: item.form, alphabet, value, tuple: item.tuple, label });
  }
}

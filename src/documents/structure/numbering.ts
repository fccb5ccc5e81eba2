import { isEndProvision } from '../../language/part-names.js';
import { slugOf } from './heading-names.js';
import type { Label, Series } from './label.js';
import { plainNumber } from './numerals.js';
import type { OpenHeading } from './open-heading.js';
import type { PartMarker } from './part-marker.js';
import { partOfLabel } from './part-of-label.js';
import type { Numbered } from './search/numbered.js';
import { SeriesList } from './series-list.js';

/** Where a paragraph stands. */
export interface Place {
  readonly path: readonly OpenHeading[];
  /** The paragraph before it ends with a colon. */
  readonly introduced: boolean;
  /** It goes on in small letters with the item before it, or with what its list stands in. */
  readonly goesOn: 'item' | 'stem' | undefined;
  /** Columns before its first line. */
  readonly indent: number;
}

export interface NumberingOptions {
  /** Paragraphs bear numbers; else numbers in the text are lists in passing. */
  readonly numbered: boolean;
  /** There are articles, so that numbers in brackets before the first are recitals. */
  readonly provisions: boolean;
  /** Items go on further in than their numbers stand. */
  readonly hanging: boolean;
}

/** An open list. The innermost comes last. */
interface Level {
  readonly node: Numbered;
  readonly label: Label;
  /** The label of another item of the same list. */
  readonly labelFor: (node: Numbered, place: Place) => Label;
  /** Of the numbers. */
  readonly indent: number;
}

interface OpenProvision {
  readonly label: Label;
  readonly part: PartMarker;
  hasText: boolean;
}

/** Letters and small roman numerals are parts of a paragraph rather than paragraphs. */
function isSubordinate({ item, reading }: Numbered): boolean {
  const form = item?.form ?? '';
  return form.startsWith('º') || (reading.alphabet !== 'arabic' && !form.endsWith('A'));
}

/** Gives every paragraph its label, in the order of the text. */
export class Numbering {
  readonly #list = new SeriesList();
  readonly #continuations = new Map<Label, number>();
  /** What has a list, with the styles of all of them. */
  readonly #listed = new Map<Label, Set<string>>();
  readonly #notes = new Map<Label | undefined, number>();
  #levels: readonly Level[] = [];
  #provision: OpenProvision | undefined;
  #article: OpenProvision | undefined;
  /** The paragraph before, unless a heading stands between. */
  #last: { readonly label: Label; readonly unnumbered: boolean } | undefined;
  #closed = false;

  constructor(readonly options: NumberingOptions) {}

  get series(): readonly Series[] {
    return this.#list.all;
  }

  /** A number of the document has been read. */
  get begun(): boolean {
    return this.#list.all.length > 0;
  }

  /** A provision has begun, and nothing of its wording has been read. */
  get awaitsWording(): boolean {
    return this.#provision?.hasText === false;
  }

  /** The last number of the innermost list with `1.` `2.` `3.`. */
  get openNumber(): number | undefined {
    return this.openNode?.reading.tuple[0];
  }

  get openNode(): Numbered | undefined {
    return this.#levels.findLast(
      ({ node: { item, reading } }) => item?.form === '.1' && reading.tuple.length === 1,
    )?.node;
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
  provision(part: PartMarker, path: readonly OpenHeading[]): void {
    this.#end();
    const outer = part.key === 'section' ? this.#article : undefined;
    const own = outer === undefined || namesItself(part, outer.part);
    const label: Label = own
      ? this.#rootProvision(part, path)
      : { type: 'part', parent: outer.label, part: `.${part.number}`, kind: part.key };
    this.#provision = { label, part, hasText: false };
    if (part.key !== 'section' && part.key !== 'sign') this.#article = this.#provision;
  }

  /** A chapter, an annex begins: sections in it are none of the article before. */
  division(): void {
    this.#article = undefined;
  }

  #rootProvision(part: PartMarker, path: readonly OpenHeading[]): Label {
    const above = path.findIndex(
      (heading) => heading.kind === 'provision' && heading.style === part.key,
    );
    const member = {
      reading: part.readings[0] ?? { alphabet: 'arabic', tuple: [0], inserted: 0 },
      number: part.number,
      path: above < 0 ? path : path.slice(0, above),
    } as const;
    return this.#list.add(part.key, member, {
      enclosed: false,
      ...(isEndProvision(part.key) ? { name: slugOf(part.name) } : {}),
    });
  }

  /** What follows is below no number. */
  close(): void {
    this.#end();
    this.#closed = true;
  }

  /** The closing formula has been read, and no number or heading since. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The closing formula, "Done at …", and the signatures after it. */
  closing(): Label {
    this.close();
    return { type: 'counted', name: 'closing-' };
  }

  /** A note, beside what refers to it, else the paragraph before it, or the provision that begins. */
  note(referring?: Label): Label {
    const owner = referring ?? this.#last?.label ?? this.#provision?.label;
    const ordinal = (this.#notes.get(owner) ?? 0) + 1;
    this.#notes.set(owner, ordinal);
    if (owner === undefined) return { type: 'counted', name: 'note-' };
    return { type: 'part', parent: owner, part: `-note-${ordinal}` };
  }

  unnumbered(place: Place): Label {
    this.#endListsBeside(place);
    const label = this.#unnumberedLabel(place);
    this.#last = { label, unnumbered: true };
    return label;
  }

  /** What stands below the numbers of a list, and not below its wording, is none of its last item. */
  #endListsBeside({ indent }: Place): void {
    if (!this.options.hanging) return;
    const ended = this.#levels.findIndex((level) => indent <= level.indent);
    if (ended >= 0) this.#levels = this.#levels.slice(0, ended);
  }

  items(nodes: readonly Numbered[], place: Place): Label {
    for (const node of nodes) {
      const label = this.#item(node, place);
      this.#closed = false;
      if (label === undefined) return this.unnumbered(place);
      this.#last = { label, unnumbered: false };
      if (this.#provision !== undefined) this.#provision.hasText = true;
    }
    return this.#last?.label ?? this.unnumbered(place);
  }

  #unnumberedLabel({ path, goesOn }: Place): Label {
    if (this.#provision?.hasText === false) {
      this.#provision.hasText = true;
      return this.#provision.label;
    }
    if (this.#closed) return { type: 'counted', name: 'closing-' };
    if (!this.begun) return { type: 'unnumbered', path, early: true };
    const level =
      goesOn === undefined
        ? this.#levels.findLast(({ node }) => !isSubordinate(node))
        : this.#levels.at(goesOn === 'item' ? -1 : -2);
    const owner = level?.label ?? this.#provision?.label;
    if (owner === undefined) return { type: 'unnumbered', path, early: !this.begun };
    const ordinal = (this.#continuations.get(owner) ?? 1) + 1;
    this.#continuations.set(owner, ordinal);
    return { type: 'part', parent: owner, part: `-${ordinal}` };
  }

  #item(node: Numbered, place: Place): Label | undefined {
    const at = this.#levels.findLastIndex((level) => level.node === node.previous);
    const level = this.#levels[at];
    if (level !== undefined) {
      this.#levels = this.#levels.slice(0, at);
      return this.#open(node, level.labelFor, place);
    }
    const outer = this.#levels.findLastIndex((open) => isAncestor(open.node, node));
    this.#levels = this.#levels.slice(0, outer + 1);
    if (this.#levels.length < outer + 1) this.#last = undefined;
    const labelFor = this.#labellerOf(node, place);
    return labelFor === undefined ? undefined : this.#open(node, labelFor, place);
  }

  #labellerOf(node: Numbered, place: Place): Level['labelFor'] | undefined {
    const subordinate = isSubordinate(node);
    const { numbered, provisions } = this.options;
    const outer = this.#levels.at(-1);
    const inOuter = outer !== undefined && isBelow(outer.node, node);
    // Among articles, a list that something introduces is part of that, wherever it stands.
    const inPassing =
      place.introduced && this.#last?.unnumbered === true && provisions && this.begun;
    if (outer === undefined && this.#provision === undefined && numbered && !inPassing) {
      const isHeaded = place.path.some(({ number }) => number !== undefined);
      if (node.item?.form === '()1' && provisions && !this.begun && !isHeaded) {
        return (other) => partOfLabel({ type: 'fixed', text: 'preamble' }, other);
      }
      if (!subordinate) return (other, where) => this.#rootItem(other, where.path);
    }
    // `2.1` says by itself where it stands.
    if (node.reading.tuple.length > 1 && !inOuter && this.#provision === undefined) {
      if (!numbered) return undefined;
      this.#levels = [];
      return (other, where) => this.#rootItem(other, where.path);
    }
    const introducing =
      this.#last?.unnumbered === true ? this.#ownerOf(this.#last.label, node, place) : undefined;
    const parent =
      (outer === undefined || introducing !== undefined ? introducing : undefined) ??
      outer?.label ??
      this.#provision?.label ??
      (subordinate ? this.#headingLabel(place.path) : undefined);
    if (parent === undefined) return undefined;
    const styles = this.#listed.get(parent) ?? new Set();
    this.#listed.set(parent, styles.add(node.style));
    const sign = outer === undefined && this.#provision?.part.key === 'sign';
    const within = inOuter ? outer.node.reading : this.#provision?.part.readings[0];
    return (other) => partOfLabel(parent, other, { within, sign });
  }

  /** The first list of a paragraph is cited by its number, whichever of its sentences leads to it. */
  #ownerOf(introducing: Label, { style }: Numbered, { indent }: Place): Label {
    if (introducing.type !== 'part' || !/^-\d/.test(introducing.part)) return introducing;
    const isFirst =
      this.#listed.get(introducing.parent)?.has(style) !== true &&
      !this.#levels.some((level) => level.node.style === style && indent <= level.indent);
    return isFirst ? introducing.parent : introducing;
  }

  /** What `(a)` right below a heading is part of. */
  #headingLabel(path: readonly OpenHeading[]): Label {
    return { type: 'heading', path, early: !this.begun };
  }

  #rootItem(node: Numbered, path: readonly OpenHeading[]): Label {
    const { reading } = node;
    const family = reading.alphabet === 'arabic' ? 'item' : reading.alphabet;
    const enclosed = /^[(（]/.test(node.item?.form ?? '');
    return this.#list.add(
      family,
      { reading, number: plainNumber(node.number), path },
      { enclosed },
    );
  }

  #open(node: Numbered, labelFor: Level['labelFor'], place: Place): Label {
    const label = labelFor(node, place);
    this.#levels = [...this.#levels, { node, label, labelFor, indent: place.indent }];
    return label;
  }
}

/** `Section 1.3` of Article 1 says by itself where it stands. */
function namesItself(part: PartMarker, outer: PartMarker): boolean {
  const [own, above] = [part.readings[0]?.tuple ?? [], outer.readings[0]?.tuple ?? []];
  return own.length > above.length && above.every((value, index) => own[index] === value);
}

/** `1.1` in `1.`. */
function isBelow(
  { reading: { tuple: outer } }: Numbered,
  { reading: { tuple } }: Numbered,
): boolean {
  return outer.length < tuple.length && outer.every((value, index) => tuple[index] === value);
}

function isAncestor(outer: Numbered, node: Numbered): boolean {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (above === outer) return true;
  }
  return false;
}

import type { Block } from './blocks.js';
import { startsLowerCase } from './line-layout.js';
import type { ItemMarker } from './item-marker.js';
import { titleLook, type TitleLook } from './title-look.js';
import { isNamedPart } from '../../language/part-names.js';

export type Role = 'heading' | 'paragraph' | 'rule';

/** A heading may be wrapped over this many lines. */
const MAX_HEADING_LINES = 5;
/** A text with fewer of its blocks set off by blank lines does without them. */
const DENSE_SHARE = 0.3;
/**
 * So many short lines without final punctuation, one after the other, are a list and no headings.
 */
const LIST_RUN = 3;

/** The wording of a block, its lines joined, without what it begins with. */
export function wordingOf(block: Block): string {
  return block.lines
    .map((line, index) => (index === 0 ? line.words.slice(block.mark.length) : line.words))
    .join(' ');
}

function lookOf(block: Block): TitleLook | undefined {
  return block.lines.length > MAX_HEADING_LINES ? undefined : titleLook(wordingOf(block));
}

function itemOf(block: Block | undefined): ItemMarker | undefined {
  return block?.mark.type === 'items' && block.mark.items.length === 1
    ? block.mark.items[0]
    : undefined;
}

/** The second number is the one after the first in the same list. */
function isNextItem(first: ItemMarker, second: ItemMarker | undefined): boolean {
  if (
    second === undefined ||
    first.form !== second.form ||
    first.tuple.length !== second.tuple.length
  ) {
    return false;
  }
  if (first.tuple.length > 1) {
    return (
      second.tuple.at(-1) === (first.tuple.at(-1) ?? 0) + 1 && first.tuple[0] === second.tuple[0]
    );
  }
  return first.readings.some((a) =>
    second.readings.some((b) => a.alphabet === b.alphabet && b.value === a.value + 1),
  );
}

/**
 * Arabic `N.` with a sentence after it: the numbers that paragraphs bear, as opposed to headings.
 */
function paragraphNumber(block: Block, look: TitleLook | undefined): number | undefined {
  const item = block.mark.type === 'items' ? block.mark.items[0] : undefined;
  return item?.form === '.1' && item.tuple.length === 1 && look === undefined
    ? item.tuple[0]
    : undefined;
}

/** Numbers of one kind: `1.`, `1.1`, `I.`, `Article 1`. */
function kindOf(block: Block): string | undefined {
  if (block.mark.type === 'keyword') return block.mark.keyword.key;
  const item = itemOf(block);
  return item === undefined ? undefined : `${item.form} ${item.tuple.length}`;
}

/** Tells headings from paragraphs. */
class HeadingFinder {
  readonly #roles: Role[];
  readonly #looks: readonly (TitleLook | undefined)[];
  /** For each block, the number of the next numbered paragraph after it. */
  readonly #nextNumber: (number | undefined)[];
  /** Blank lines do not set blocks off, so their absence says nothing. */
  readonly #dense: boolean;
  /** Kinds of numbers that mostly stand before short titles with a full stop: "1. Definitions." */
  readonly #dottedTitles: ReadonlySet<string>;
  #running = 0;

  constructor(readonly blocks: readonly Block[]) {
    this.#dense = blocks.filter((block) => block.gapBefore).length < blocks.length * DENSE_SHARE;
    this.#looks = blocks.map(lookOf);
    this.#roles = blocks.map((block) => (block.mark.type === 'rule' ? 'rule' : 'paragraph'));
    this.#dottedTitles = this.#findDottedTitles();
    this.#nextNumber = new Array<number | undefined>(blocks.length);
    let next: number | undefined;
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
      this.#nextNumber[index] = next;
      const block = blocks[index];
      if (block !== undefined && !this.#isDottedHeading(block, index)) {
        next = paragraphNumber(block, this.#looks[index]) ?? next;
      }
    }
  }

  find(): readonly Role[] {
    for (const [index, block] of this.blocks.entries()) {
      if (this.#roles[index] === 'rule') continue;
      if (this.#isMarkedHeading(block, index)) this.#roles[index] = 'heading';
      else this.#running = paragraphNumber(block, undefined) ?? this.#running;
    }
    this.#findUnnumbered();
    this.#dropTrailing();
    return this.#roles;
  }

  #next(index: number): number {
    let next = index + 1;
    while (this.blocks[next]?.mark.type === 'rule') next += 1;
    return next;
  }

  #previous(index: number): number {
    let previous = index - 1;
    while (this.blocks[previous]?.mark.type === 'rule') previous -= 1;
    return previous;
  }

  #isMarkedHeading(block: Block, index: number): boolean {
    const { mark } = block;
    if (mark.level !== undefined) return true;
    const next = this.blocks[this.#next(index)];
    if (next === undefined) return false;
    if (mark.type === 'keyword') {
      const rest = wordingOf(block);
      if (rest !== '' && this.#looks[index] === undefined && !this.#isDottedHeading(block, index)) {
        return false;
      }
      if (mark.keyword.rank !== undefined) return true;
      return !(next.mark.type === 'keyword' && next.mark.keyword.key === mark.keyword.key);
    }
    return (
      mark.type === 'items' &&
      (this.#isDottedHeading(block, index) || this.#isItemHeading(index, next))
    );
  }

  /** A short title with a full stop, and wording without such a number below it. */
  #isDottedTitle(block: Block, index: number): boolean {
    const next = this.blocks[this.#next(index)];
    const words = wordingOf(block);
    if (
      next === undefined ||
      block.lines.length > 2 ||
      !/[^.]\.$/.test(words) ||
      titleLook(words.slice(0, -1)) === undefined
    ) {
      return false;
    }
    if (block.mark.type === 'keyword') return kindOf(next) !== kindOf(block);
    const [item, child] = [itemOf(block), itemOf(next)];
    if (item === undefined || !/^\.[1A]$/.test(item.form) || isNextItem(item, child)) return false;
    return child === undefined
      ? next.mark.type === 'none' && !startsLowerCase(wordingOf(next))
      : child.tuple.length > item.tuple.length;
  }

  #findDottedTitles(): ReadonlySet<string> {
    const votes = new Map<string, { titles: number; all: number }>();
    for (const [index, block] of this.blocks.entries()) {
      const kind = kindOf(block);
      if (kind === undefined) continue;
      const vote = votes.get(kind) ?? { titles: 0, all: 0 };
      vote.all += 1;
      if (this.#isDottedTitle(block, index)) vote.titles += 1;
      votes.set(kind, vote);
    }
    return new Set(
      [...votes]
        .filter(([, { titles, all }]) => titles > 1 && titles * 2 > all)
        .map(([kind]) => kind),
    );
  }

  #isDottedHeading(block: Block, index: number): boolean {
    return this.#dottedTitles.has(kindOf(block) ?? '') && this.#isDottedTitle(block, index);
  }

  #isItemHeading(index: number, next: Block): boolean {
    const block = this.blocks[index];
    const item = itemOf(block);
    const look = this.#looks[index];
    if (
      block === undefined ||
      item === undefined ||
      look === undefined ||
      !/^\.[1A]$/.test(item.form)
    ) {
      return false;
    }
    if (next.mark.type === 'none' && startsLowerCase(wordingOf(next))) return false;
    if (isNextItem(item, itemOf(next)) && this.#looks[this.#next(index)] !== undefined) {
      return false;
    }
    const before = this.#previous(index);
    const previous = itemOf(this.blocks[before]);
    if (
      previous !== undefined &&
      this.#roles[before] === 'paragraph' &&
      this.#looks[before] !== undefined &&
      isNextItem(previous, item)
    ) {
      return false;
    }
    if (item.tuple.length !== 1 || look === 'capitals') return true;
    return this.#numbersSkip(item.tuple[0] ?? 0, this.#nextNumber[index]);
  }

  /** The numbers of the paragraphs go on as if this number were not one of them. */
  #numbersSkip(value: number, next: number | undefined): boolean {
    const inSequence = value === this.#running + 1;
    if (next === undefined) return !inSequence || this.#running === 0;
    return !(inSequence && next === value + 1);
  }

  #findUnnumbered(): void {
    let index = 0;
    let atTop = true;
    while (index < this.blocks.length) {
      const run: number[] = [];
      while (this.#isCandidate(index)) {
        run.push(index);
        index += 1;
      }
      if (run.length > 0) this.#judgeRun(run, atTop);
      atTop &&=
        this.#roles[index] !== 'paragraph' &&
        run.every((member) => this.#roles[member] === 'heading');
      index += 1;
    }
  }

  #isCandidate(index: number): boolean {
    const block = this.blocks[index];
    if (block === undefined || block.mark.type !== 'none' || this.#roles[index] !== 'paragraph') {
      return false;
    }
    const look = this.#looks[index];
    const named = isNamedPart(
      wordingOf(block)
        .replace(/[*_#.:]/g, '')
        .trim(),
    );
    if (look === undefined && !named) return false;
    const before = this.#previous(index);
    const previous = this.blocks[before];
    const next = this.blocks[this.#next(index)];
    if (next === undefined || (next.mark.type === 'none' && startsLowerCase(wordingOf(next)))) {
      return false;
    }
    if (named || look === 'capitals') return true;
    const titleOfKeyword =
      previous?.mark.type === 'keyword' &&
      this.#roles[before] === 'heading' &&
      wordingOf(previous) === '';
    if (
      titleOfKeyword ||
      (block.gapBefore && (block.gapAfter || (index === 0 && look === 'capitalised')))
    ) {
      return true;
    }
    // Without blank lines a title is told by its capitals alone, and by standing below the end of a
    // sentence.
    return (
      this.#dense &&
      look === 'capitalised' &&
      (previous === undefined || /[.!?]["”’)]*$/.test(wordingOf(previous)))
    );
  }

  #judgeRun(run: readonly number[], atTop: boolean): void {
    const first = run[0] ?? 0;
    const before = this.#previous(first);
    const previous = this.blocks[before];
    const introduced =
      previous !== undefined &&
      this.#roles[before] === 'paragraph' &&
      /[:,]$/.test(wordingOf(previous));
    const isList = !atTop && run.length >= (introduced ? LIST_RUN - 1 : LIST_RUN);
    for (const index of run) {
      if (!isList || this.#looks[index] === 'capitals') this.#roles[index] = 'heading';
    }
  }

  /** Nothing stands below the last headings, so they are wording; else they could not be cited. */
  #dropTrailing(): void {
    for (
      let index = this.blocks.length - 1;
      index >= 0 && this.#roles[index] !== 'paragraph';
      index -= 1
    ) {
      if (this.#roles[index] === 'heading' && this.blocks[index]?.mark.level === undefined) {
        this.#roles[index] = 'paragraph';
      }
    }
  }
}

/** The role of every block, in their order. */
export function findHeadings(blocks: readonly Block[]): readonly Role[] {
  return new HeadingFinder(blocks).find();
}

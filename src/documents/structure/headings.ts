import { isNamedPart } from '../../language/part-names.js';
import { wordingOf } from './block-wording.js';
import type { Block } from './blocks.js';
import { isBareNumber } from './furniture.js';
import { startsLowerCase } from './line-layout.js';
import { ProvisionTitles } from './provision-titles.js';
import { titleLook, type TitleLook } from './title-look.js';

/** `head`: of a table, over its rows. */
export type Role = 'heading' | 'paragraph' | 'rule' | 'note' | 'head';

/** A heading may be wrapped over this many lines. */
const MAX_HEADING_LINES = 5;
/** A text with fewer of its blocks set off by blank lines does without them. */
const DENSE_SHARE = 0.3;
/**
 * So many short lines without final punctuation, one after the other, are a list and no headings.
 */
const LIST_RUN = 3;

function lookOf(block: Block): TitleLook | undefined {
  return block.lines.length > MAX_HEADING_LINES ? undefined : titleLook(wordingOf(block));
}

/** What stands above the block goes on in it, in small letters: it is a stem and no title. */
function isStemOf(block: Block): boolean {
  const { type } = block.mark;
  const isPart = type === 'items' && /a$/u.test(block.mark.numbers[0].item?.form ?? '');
  return (type === 'none' || isPart) && startsLowerCase(wordingOf(block));
}

/** Tells headings from paragraphs. */
class HeadingFinder {
  readonly #roles: Role[];
  readonly #looks: readonly (TitleLook | undefined)[];
  /** Blank lines do not set blocks off, so their absence says nothing. */
  readonly #dense: boolean;
  readonly #titles: ProvisionTitles;

  constructor(readonly blocks: readonly Block[]) {
    this.#dense = blocks.filter((block) => block.gapBefore).length < blocks.length * DENSE_SHARE;
    this.#looks = blocks.map(lookOf);
    this.#roles = blocks.map(({ mark: { type } }) =>
      type === 'rule' || type === 'note' || type === 'head' ? type : 'paragraph',
    );
    this.#titles = new ProvisionTitles(blocks);
  }

  find(): readonly Role[] {
    for (const [index, block] of this.blocks.entries()) {
      if (this.#roles[index] === 'paragraph' && this.#isMarkedHeading(block, index)) {
        this.#roles[index] = 'heading';
      }
    }
    this.#findUnnumbered();
    this.#dropTrailing();
    return this.#roles;
  }

  #isBeside(index: number): boolean {
    return this.#roles[index] === 'rule' || this.#roles[index] === 'note';
  }

  #next(index: number): number {
    let next = index + 1;
    while (this.#isBeside(next)) next += 1;
    return next;
  }

  #previous(index: number): number {
    let previous = index - 1;
    while (this.#isBeside(previous)) previous -= 1;
    return previous;
  }

  #isMarkedHeading(block: Block, index: number): boolean {
    const { mark } = block;
    if (mark.level !== undefined) return true;
    const next = this.blocks[this.#next(index)];
    if (next === undefined) return false;
    if (mark.type === 'items') {
      return mark.heading && (this.#looks[index] !== undefined || block.lines.length <= 2);
    }
    if (mark.type !== 'part' || mark.numbers.length > 0) return false;
    const rest = wordingOf(block);
    if (rest !== '' && this.#looks[index] === undefined && !this.#titles.isDotted(index)) {
      return false;
    }
    if (mark.part.rank !== undefined) return true;
    return !(next.mark.type === 'part' && next.mark.part.key === mark.part.key);
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
    if (this.#isFootOfPage(block, index)) return false;
    const look = this.#looks[index];
    const named = isNamedPart(
      wordingOf(block)
        .replace(/[*_#.:]/g, '')
        .trim(),
    );
    if (this.#titles.isBelow(index)) return true;
    if (look === undefined && !named) return false;
    const before = this.#previous(index);
    const previous = this.blocks[before];
    const next = this.blocks[this.#next(index)];
    if (next === undefined || isStemOf(next)) return false;
    if (named || look === 'capitals') return true;
    const titleOfPart =
      previous?.mark.type === 'part' &&
      this.#roles[before] === 'heading' &&
      wordingOf(previous) === '';
    if (
      titleOfPart ||
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

  /** A single word right above the number of its page: a title stands over something. */
  #isFootOfPage({ lines }: Block, index: number): boolean {
    const below = this.blocks[index + 1]?.lines[0];
    return (
      this.#roles[index + 1] === 'rule' &&
      below !== undefined &&
      isBareNumber(below) &&
      lines.every(({ words }) => !/\s/u.test(words))
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

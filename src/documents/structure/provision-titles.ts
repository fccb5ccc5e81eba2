import type { Block } from './blocks.js';
import { wordingOf } from './headings.js';
import { titleLook, type TitleLook } from './title-look.js';

/**
 * How a text gives titles to its articles, told from all of them: "Article 1. Definitions." is a
 * title where most are so short.
 */
export class ProvisionTitles {
  /** Kinds of parts that mostly stand before short titles with a full stop. */
  readonly #dotted: ReadonlySet<string>;

  constructor(
    readonly blocks: readonly Block[],
    readonly looks: readonly (TitleLook | undefined)[],
  ) {
    const votes = new Map<string, { titles: number; all: number }>();
    for (const [index, block] of blocks.entries()) {
      if (block.mark.type !== 'part') continue;
      const vote = votes.get(block.mark.part.key) ?? { titles: 0, all: 0 };
      vote.all += 1;
      if (this.#looksDotted(index)) vote.titles += 1;
      votes.set(block.mark.part.key, vote);
    }
    this.#dotted = new Set(
      [...votes].filter(([, { titles, all }]) => titles > 1 && titles * 2 > all).map(([key]) => key),
    );
  }

  isDotted(index: number): boolean {
    const mark = this.blocks[index]?.mark;
    return mark?.type === 'part' && this.#dotted.has(mark.part.key) && this.#looksDotted(index);
  }

  /** A short title with a full stop, and wording without such a number below it. */
  #looksDotted(index: number): boolean {
    const [block, next] = [this.blocks[index], this.blocks[index + 1]];
    if (block === undefined || next === undefined || block.lines.length > 2) return false;
    const words = wordingOf(block);
    if (!/[^.]\.$/.test(words) || titleLook(words.slice(0, -1)) === undefined) return false;
    return !(
      block.mark.type === 'part' &&
      next.mark.type === 'part' &&
      next.mark.part.key === block.mark.part.key
    );
  }
}

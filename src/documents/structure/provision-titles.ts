import type { Block } from './blocks.js';
import { wordingOf } from './block-wording.js';
import { titleLook } from './title-look.js';

/** No title of an article is longer. */
const MAX_TITLE = 200;
/** Of the articles so many must have one. */
const TITLED_SHARE = 0.6;

interface Votes {
  titles: number;
  all: number;
}

function partKey(block: Block | undefined): string | undefined {
  return block?.mark.type === 'part' ? block.mark.part.key : undefined;
}

/**
 * How a text gives titles to its articles, told from all of them: "Article 1. Definitions." is a
 * title where most are so short, and so is the line under "Article 279", without a full stop, where
 * nearly every article has one.
 */
export class ProvisionTitles {
  /** Kinds of parts that mostly stand before short titles with a full stop. */
  readonly #dotted: ReadonlySet<string>;
  /** Kinds of parts that mostly stand alone over a title on a line of its own. */
  readonly #below: ReadonlySet<string>;

  constructor(readonly blocks: readonly Block[]) {
    this.#dotted = this.#kinds((index) => this.#looksDotted(index), 0.5);
    this.#below = this.#kinds((index) => this.#looksLikeTitle(index + 1), TITLED_SHARE);
  }

  isDotted(index: number): boolean {
    return this.#dotted.has(partKey(this.blocks[index]) ?? '') && this.#looksDotted(index);
  }

  /** The block is the title of the article that stands alone above it. */
  isBelow(index: number): boolean {
    const above = this.blocks[index - 1];
    return (
      above !== undefined &&
      this.#below.has(partKey(above) ?? '') &&
      wordingOf(above) === '' &&
      this.#looksLikeTitle(index)
    );
  }

  #kinds(holds: (index: number) => boolean, share: number): ReadonlySet<string> {
    const votes = new Map<string, Votes>();
    for (const [index, block] of this.blocks.entries()) {
      const key = partKey(block);
      if (key === undefined) continue;
      const vote = votes.get(key) ?? { titles: 0, all: 0 };
      vote.all += 1;
      if (holds(index)) vote.titles += 1;
      votes.set(key, vote);
    }
    const isTitled = ({ titles, all }: Votes): boolean => titles > 1 && titles > all * share;
    const every = [...votes.values()].reduce(
      (sum, { titles, all }) => ({ titles: sum.titles + titles, all: sum.all + all }),
      { titles: 0, all: 0 },
    );
    // Of a kind with one member the others tell.
    return new Set(
      [...votes]
        .filter(
          ([, vote]) => isTitled(vote) || (vote.all === 1 && vote.titles === 1 && isTitled(every)),
        )
        .map(([key]) => key),
    );
  }

  /** A short title with a full stop, and wording without such a number below it. */
  #looksDotted(index: number): boolean {
    const [block, next] = [this.blocks[index], this.blocks[index + 1]];
    if (block === undefined || next === undefined || block.lines.length > 2) return false;
    const words = wordingOf(block);
    if (!/[^.]\.$/.test(words) || titleLook(words.slice(0, -1)) === undefined) return false;
    return partKey(next) !== partKey(block);
  }

  /** Short, without an end, and with wording below it. */
  #looksLikeTitle(index: number): boolean {
    const [block, next] = [this.blocks[index], this.blocks[index + 1]];
    if (block?.mark.type !== 'none' || next === undefined || partKey(next) !== undefined) {
      return false;
    }
    const words = wordingOf(block);
    return (
      words.length <= MAX_TITLE &&
      /^["“‘«(]?[\p{Lu}\p{Lo}]/u.test(words) &&
      !/[.,;:!?。；，：]["”’»)]*(?:\s*\[\^?[^\]]{1,20}\])*$/u.test(words)
    );
  }
}

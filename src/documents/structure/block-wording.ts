import type { Block } from './blocks.js';

/** The wording of a block, its lines joined, without what it begins with. */
export function wordingOf(block: Block): string {
  return block.lines
    .map((line, index) => (index === 0 ? line.words.slice(block.mark.length) : line.words))
    .join(' ');
}

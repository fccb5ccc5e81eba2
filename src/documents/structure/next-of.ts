import type { Block } from './blocks.js';

/** For each block, what `pick` finds in the next block after it in which it finds something. */
export function nextOf<T>(
  blocks: readonly Block[],
  pick: (block: Block, index: number) => T | undefined,
): readonly (T | undefined)[] {
  const result = new Array<T | undefined>(blocks.length);
  let next: T | undefined;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    result[index] = next;
    const block = blocks[index];
    if (block !== undefined) next = pick(block, index) ?? next;
  }
  return result;
}

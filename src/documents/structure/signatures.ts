import { isNamedPart } from '../../language/part-names.js';
import { wordingOf } from './block-wording.js';
import type { Block } from './blocks.js';

/** Names, offices, places, dates: none is longer. */
const MAX_LENGTH = 60;
/** Fewer lines may be anything. */
const MIN_LINES = 3;

function maySign({ mark }: Block, words: string): boolean {
  return (
    mark.type === 'none' &&
    mark.level === undefined &&
    words.length <= MAX_LENGTH &&
    !/[.;:!?。；：]$/u.test(words) &&
    !isNamedPart(words)
  );
}

/**
 * Index of the first of the lines at the end of a text that end no sentence, right below one that
 * does: who signed it, where and when. Length of the text where there are none.
 */
export function signaturesFrom(blocks: readonly Block[]): number {
  let from = blocks.length;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || !maySign(block, wordingOf(block))) break;
    from = at;
  }
  const above = blocks[from - 1];
  const isBelowWording = above !== undefined && /[.!?;。]["”’»)]*$/u.test(wordingOf(above));
  return isBelowWording && blocks.length - from >= MIN_LINES ? from : blocks.length;
}

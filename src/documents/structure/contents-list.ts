import { isContentsHeading } from '../../language/part-names.js';
import type { Block } from './blocks.js';
import { titleLook } from './title-look.js';

function wordsOf(block: Block): string {
  return block.lines.map((line) => line.words).join(' ');
}

/** No entry is longer. */
const MAX_ENTRY = 300;

function bare(words: string): string {
  return words
    .slice(0, MAX_ENTRY)
    .replace(/^#{1,6}\s+|[*_]/g, '')
    .replace(/[\s.…\d]+$/u, '')
    .toLowerCase();
}

/**
 * Marks the entries of a table of contents, which have the numbers of what they list but must not
 * take its labels. The table ends where a sentence stands, or where its first entry comes again:
 * that is the text itself.
 */
export function withContentsMarked(blocks: readonly Block[]): readonly Block[] {
  const heading = blocks.findIndex((block) => isContentsHeading(bare(wordsOf(block))));
  const first = blocks[heading + 1];
  if (heading < 0 || first === undefined) return blocks;
  const beginning = bare(wordsOf(first));
  let end = heading + 1;
  for (let index = end; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.mark.level !== undefined) break;
    const words = wordsOf(block);
    if (index > heading + 1 && bare(words) === beginning) break;
    if (block.mark.type !== 'entry' && titleLook(words.slice(block.mark.length)) === undefined) {
      return blocks;
    }
    end = index + 1;
  }
  // Without the text after it there was no table but a text that happens to begin with this word.
  if (end === blocks.length) return blocks;
  return blocks.map((block, index) =>
    index > heading && index < end ? { ...block, mark: { type: 'entry', length: 0 } } : block,
  );
}

import type { EndProvision } from '../../language/language.js';
import type { Block } from './blocks.js';
import { withoutMarks } from './title-look.js';

/** A heading that stands over what follows it. */
export interface OpenHeading {
  /** As printed, without Markdown marks. */
  readonly words: string;
  readonly kind:
    'markdown' | 'division' | 'provision' | 'item' | 'subtitle' | 'named' | 'plain' | 'table';
  /** Headings of one style stand on one level. */
  readonly style: string;
  /** Depth within the style: Markdown level, rank of the division, `2` for `5.10`. */
  readonly depth: number;
  readonly number: string | undefined;
  readonly value: number | undefined;
  /** The title block at the top of the text. */
  readonly front: boolean;
  /** Its level where it is one of Markdown: it stands in none of that level or a deeper one. */
  readonly level: number | undefined;
  /** What the numbers below it count, where these have no name of their own. */
  readonly counts?: EndProvision;
}

/** The words of a heading block as they are shown. */
export function headingWords(block: Block): string {
  return withoutMarks(
    block.lines
      .map((line) => line.words)
      .join(' ')
      .replace(/\s+/g, ' '),
  );
}

import type { PartMarker } from './part-marker.js';
import type { Numbered } from './search/numbered.js';

interface MarkBase {
  /** Level of the Markdown heading that the line is. */
  readonly level?: number | undefined;
  /** Characters from the beginning of the line to its wording. */
  readonly length: number;
}

/** What a line begins with. */
export type Mark =
  /**
   * `entry`: a line of a table of contents. `head`, `row`: of a table. `note`: a note of those who publish the text.
   */
  | (MarkBase & {
      readonly type: 'none' | 'rule' | 'bullet' | 'entry' | 'note' | 'head' | 'row';
    })
  | (MarkBase & {
      readonly type: 'items';
      readonly numbers: readonly [Numbered, ...Numbered[]];
      readonly heading: boolean;
    })
  | (MarkBase & {
      readonly type: 'part';
      readonly part: PartMarker;
      /** Numbers of items behind it on its line: `Art. 5 (1) Everyone`. */
      readonly numbers: readonly Numbered[];
    });

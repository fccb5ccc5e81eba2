import type { Reading } from './numerals.js';
import type { OpenHeading } from './open-heading.js';

/** A number at the top level of a text, and the headings above it. */
export interface Member {
  readonly reading: Reading;
  /** As printed. */
  readonly number: string;
  readonly path: readonly OpenHeading[];
}

/**
 * Numbers of one kind that run on without beginning again: the paragraphs 1 to 163, the paragraphs
 * of one chapter.
 */
export interface Series {
  /** `item`, `article`, `roman`, …: only series of one family are numbered alike. */
  readonly family: string;
  readonly members: Member[];
  /** Its numbers are printed in brackets, `(1)`, and stay in them behind others: `19(1)`. */
  readonly enclosed: boolean;
  /** What each of them is cited with, `disposición-final`, where a number says nothing alone. */
  readonly name?: string;
  /** Put before every number of the series where the numbers alone are not unique: `IX.`. */
  prefix: string;
}

/** A label while it is not yet known which prefixes its document needs. */
export type Label =
  | { readonly type: 'fixed'; readonly text: string }
  /** The next one of its name: `closing-1`, `closing-2`, … */
  | { readonly type: 'counted'; readonly name: 'closing-' | 'contents-' | 'note-' }
  | { readonly type: 'number'; readonly series: Series; readonly number: string }
  /** `kind`: of a part with a name, `section`. */
  | {
      readonly type: 'part';
      readonly parent: Label;
      readonly part: string;
      readonly kind?: string;
    }
  /**
   * The next one without a number under the last heading of the path. `early`: before the first
   * numbered paragraph.
   */
  | { readonly type: 'unnumbered'; readonly path: readonly OpenHeading[]; readonly early: boolean }
  /** The last heading of the path itself. */
  | { readonly type: 'heading'; readonly path: readonly OpenHeading[]; readonly early: boolean };

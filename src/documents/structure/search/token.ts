import type { ItemMarker } from '../item-marker.js';
import type { PartMarker } from '../part-marker.js';

/** A line that may begin with numbers, and what is known of it before the whole text is looked at. */
export interface Token {
  /** Of the line. */
  readonly index: number;
  readonly part?: PartMarker;
  readonly items: readonly ItemMarker[];
  readonly indent: number;
  /** What it costs that the line begins with no number; high where it looks much like one. */
  readonly plainCost: number;
  /** … that it is a paragraph with this number. */
  readonly itemCost: number;
  /** … that it is a heading with this number. */
  readonly headingCost: number;
  /** … either, where the number before it in its list is not the one before: it may be a year. */
  readonly jumpCost: number;
  /** The paragraph before it ends with a colon. */
  readonly introduced: boolean;
  /** A paragraph without a number stands right before it. */
  readonly afterPlain: boolean;
  /** A heading without a number stands right before it. */
  readonly afterHeading: boolean;
}

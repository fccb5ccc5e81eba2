import type { ItemMarker } from '../item-marker.js';
import type { Reading } from '../numerals.js';
import type { PartMarker } from '../part-marker.js';

/** A number of the text in its place among the others. */
export interface Numbered {
  /** Numbers of one list have one style. */
  readonly style: string;
  readonly number: string;
  readonly reading: Reading;
  readonly heading: boolean;
  readonly part: PartMarker | undefined;
  readonly item: ItemMarker | undefined;
  /** In which it stands. */
  readonly parent: Numbered | undefined;
  /** The one before it in its list. */
  readonly previous: Numbered | undefined;
}

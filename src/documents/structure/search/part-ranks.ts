import type { PartMarker } from '../part-marker.js';

/** A section stands above articles, or within them. */
const SECTION_ABOVE = 4;
const PROVISION = 5;
const SECTION_WITHIN = 6;
/** `§ 60-100` stands in articles, where there are any. */
const SIGN = 7;

/** Which parts hold which: a smaller rank stands further out. */
export function rankOf({ key, rank }: PartMarker, sectionsNest: boolean): number {
  if (rank !== undefined) return rank;
  if (key === 'section') return sectionsNest ? SECTION_WITHIN : SECTION_ABOVE;
  return key === 'sign' ? SIGN : PROVISION;
}

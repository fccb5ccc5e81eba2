import type { Paragraph } from '../../../types.js';

const PART_OF_LABEL = /(?<through>[-~])?(?<part>[^.()\s~-]+)/gu;
/** Of paragraphs that were looked at before: they are with every question that names a number. */
const CITED_PLACES = new WeakMap<Paragraph, number>();

/** The place that its label begins with: in a part that is counted apart, that is not the first. */
export function citedPlace(paragraph: Paragraph): number {
  const known = CITED_PLACES.get(paragraph);
  if (known !== undefined) return known;
  const place = placeOfLabel(paragraph);
  CITED_PLACES.set(paragraph, place);
  return place;
}

function placeOfLabel({ label, places }: Paragraph): number {
  const cited = Array.from(label.matchAll(PART_OF_LABEL), ({ groups }) => groups);
  return places.findIndex((_, i) => {
    let at = 0;
    return places
      .slice(i)
      .flatMap(({ number }) => number.split(/[.()\s-]+/u).filter((part) => part !== ''))
      .every((part) => {
        // What only counts through stands between: `5-3.1` is the first item of 5.
        while (cited[at]?.['part'] !== part && cited[at]?.['through'] !== undefined) at += 1;
        at += 1;
        return cited[at - 1]?.['part'] === part;
      });
  });
}

import type { IndexedParagraph } from '../../ports/search-index.js';
import { QUOTING } from '../settings.js';
import { isBareLine } from './bare-line.js';
import { itemsOf } from './enumeration.js';
import { excerptsAt } from './excerpt.js';
import type { PickedExcerpts } from './pick-excerpts.js';
import type { ChosenSentence } from './selection.js';
import { wordCount } from './sentence.js';

/**
 * What was picked, with the rest of the paragraph around each leading sentence where that is short:
 * who is meant, what follows and what is excepted often stands in the sentence after, which by
 * itself is near to no question. Nothing where the question names a place.
 */
export function withWholeParagraphs(picked: PickedExcerpts): PickedExcerpts {
  const leading = picked.chosen.filter(({ because }) => because === 'leads');
  let words = picked.chosen.reduce((sum, sentence) => sum + wordCount(sentence), 0);
  const chosen = [...picked.chosen];
  const whole = new Set<IndexedParagraph>();
  for (const paragraph of new Set(leading.map((sentence) => sentence.paragraph))) {
    const rest = restOf(paragraph, picked.chosen);
    const added = rest.reduce((sum, sentence) => sum + wordCount(sentence), 0);
    if (!isShort(paragraph) || words + added > QUOTING.maxWords) continue;
    words += added;
    chosen.push(...rest);
    whole.add(paragraph);
  }
  if (whole.size === 0) return picked;
  const excerpts = picked.excerpts.flatMap((excerpt, i) => {
    const { paragraph } = excerpt;
    if (!whole.has(paragraph)) return [excerpt];
    const isFirst = picked.excerpts.findIndex((other) => other.paragraph === paragraph) === i;
    const places = chosen.filter((sentence) => sentence.paragraph === paragraph);
    return isFirst ? excerptsAt(paragraph, new Set(places.map(({ place }) => place))) : [];
  });
  return { ...picked, chosen, excerpts };
}

/** A list that is announced is short by its items, not by its announcement. */
function isShort(paragraph: IndexedParagraph): boolean {
  const words = paragraph.sentences.reduce(
    (sum, _, place) => sum + wordCount({ paragraph, place }),
    0,
  );
  return words <= QUOTING.maxWholeParagraphWords && itemsOf(paragraph).length === 0;
}

function restOf(paragraph: IndexedParagraph, chosen: readonly ChosenSentence[]): ChosenSentence[] {
  const places = new Set(
    chosen.filter((sentence) => sentence.paragraph === paragraph).map(({ place }) => place),
  );
  return paragraph.sentences.flatMap((_, place) =>
    places.has(place) || isBareLine({ paragraph, place })
      ? []
      : [{ paragraph, place, because: 'completes' as const }],
  );
}

import type { IndexedParagraph } from '../../ports/search-index.js';
import { QUOTING } from '../settings.js';
import { isBareLine } from './bare-line.js';
import { itemsOf } from './enumeration.js';
import { excerptsAt } from './excerpt.js';
import type { PickedExcerpts } from './pick-excerpts.js';
import type { ChosenSentence } from './selection.js';
import { wordCount } from './sentence.js';

/**
 * What was picked, with what follows each leading sentence in its paragraph where that is short:
 * who is meant, what follows and what is excepted often stands in the sentence after, which by
 * itself is near to no question. Nothing where the question names a place.
 */
export function withWhatFollows(picked: PickedExcerpts): PickedExcerpts {
  const leading = picked.chosen.filter(({ because }) => because === 'leads');
  let words = picked.chosen.reduce((sum, sentence) => sum + wordCount(sentence), 0);
  const chosen = [...picked.chosen];
  const completed = new Set<IndexedParagraph>();
  for (const paragraph of new Set(leading.map((sentence) => sentence.paragraph))) {
    const rest = whatFollows(paragraph, picked.chosen);
    const added = rest.reduce((sum, sentence) => sum + wordCount(sentence), 0);
    if (rest.length === 0 || !isShort(paragraph) || words + added > QUOTING.maxWords) continue;
    words += added;
    chosen.push(...rest);
    completed.add(paragraph);
  }
  if (completed.size === 0) return picked;
  const excerpts = picked.excerpts.flatMap((excerpt, i) => {
    const { paragraph } = excerpt;
    if (!completed.has(paragraph)) return [excerpt];
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
  return words <= QUOTING.maxShortParagraphWords && itemsOf(paragraph).length === 0;
}

function whatFollows(
  paragraph: IndexedParagraph,
  chosen: readonly ChosenSentence[],
): ChosenSentence[] {
  const ofIt = chosen.filter((sentence) => sentence.paragraph === paragraph);
  const places = new Set(ofIt.map(({ place }) => place));
  const first = Math.min(...places);
  return paragraph.sentences.flatMap((_, place) =>
    place < first || places.has(place) || isBareLine({ paragraph, place })
      ? []
      : [{ paragraph, place, because: 'follows' as const }],
  );
}

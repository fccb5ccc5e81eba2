import type { Probe } from '../../retrieval/search/probe.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { sentenceStems } from './sentence-stems.js';

/**
 * Share, 0 to 1, of the words of a claim by rarity: a sentence that alone has fewer of them does not
 * bear the claim out.
 */
const MIN_SHARE = 0.12;

/**
 * Of the cited sentences those that have words of the claim which the others before do not have;
 * the best always.
 */
export function bearingSentences(
  index: Pick<SearchIndex, 'paragraphTerms'>,
  stated: Probe,
  cited: readonly NumberedSentence[],
): readonly NumberedSentence[] {
  const wanted = new Set(stated.terms);
  const total = rarity(index, wanted);
  const left = cited.map((sentence) => ({ sentence, held: sentenceStems(sentence) }));
  const chosen = new Set<NumberedSentence>();
  for (;;) {
    const ranked = left
      .map(({ sentence, held }) => ({
        sentence,
        held,
        gain: rarity(
          index,
          [...wanted].filter((term) => held.has(term)),
        ),
      }))
      .sort((a, b) => b.gain - a.gain);
    const best = ranked[0];
    if (
      best === undefined ||
      chosen.has(best.sentence) ||
      (chosen.size > 0 && best.gain < MIN_SHARE * total)
    ) {
      break;
    }
    chosen.add(best.sentence);
    for (const term of best.held) wanted.delete(term);
  }
  return cited.filter((sentence) => chosen.has(sentence));
}

function rarity(
  { paragraphTerms }: Pick<SearchIndex, 'paragraphTerms'>,
  some: Iterable<string>,
): number {
  let sum = 0;
  for (const term of some) sum += paragraphTerms.idf(term);
  return sum;
}

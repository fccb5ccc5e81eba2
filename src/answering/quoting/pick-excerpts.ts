import type { Aspect } from '../../retrieval/aspect.js';
import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';
import { terms } from '../../language/tokenize.js';
import type { Excerpt } from './excerpt.js';
import { byScore, rankRemainder, rankSentences } from './rank-sentences.js';
import { Selection, sentenceAt } from './selection.js';

/**
 * An answer is filled up to about this many words; the leading sentence of an aspect may be longer.
 */
const MAX_WORDS = 80;
/** The same where the question names a paragraph by its number: it wants to read it. */
const MAX_NAMED_WORDS = 200;

/**
 * The best sentences of the best paragraphs of every aspect: first the leading sentence of each,
 * then as many more as fit, and the items of the lists that they announce. In the order of the
 * aspects, of the paragraphs found and of the text within each. Of paragraphs that the question
 * names by number, as much as fits, as it stands.
 */
export function pickExcerpts(index: SearchIndex, aspects: readonly Aspect[]): Excerpt[] {
  const named = [...new Set(aspects.flatMap((aspect) => aspect.named))];
  return named.length > 0
    ? quoteNamed(
        index,
        named,
        new Set(aspects.flatMap(({ probes }) => probes[0]?.probe.terms ?? [])),
      )
    : quoteBest(index, aspects);
}

function quoteBest(index: SearchIndex, aspects: readonly Aspect[]): Excerpt[] {
  const selection = new Selection(index);
  const ranked = aspects.flatMap((aspect) => [
    rankSentences(index, aspect),
    rankRemainder(index, aspect),
  ]);
  for (const candidates of ranked) {
    for (const lead of candidates.slice(0, 1)) selection.add(lead, Infinity);
  }
  for (const candidate of ranked.flat().sort(byScore)) selection.add(candidate, MAX_WORDS);
  selection.completeLists();
  return selection.excerpts(
    ranked.flatMap((candidates) => candidates.map(({ paragraph }) => paragraph)),
  );
}

/**
 * As much of the paragraphs as fits: what shares words with the question, then how each begins,
 * then the rest; all in the order of the text.
 */
function quoteNamed(
  index: SearchIndex,
  paragraphs: readonly IndexedParagraph[],
  asked: ReadonlySet<string>,
): Excerpt[] {
  const selection = new Selection(index);
  const places = paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((_, place) => ({ paragraph, place })),
  );
  const shares = ({ paragraph, place }: (typeof places)[number]): boolean =>
    terms(sentenceAt(paragraph, place)).some((term) => asked.has(term));
  const inTurn = new Set([
    ...places.filter(shares),
    ...places.filter(({ place }) => place === 0),
    ...places,
  ]);
  [...inTurn].forEach((place, turn) => {
    selection.add(place, turn === 0 ? Infinity : MAX_NAMED_WORDS);
  });
  return selection.excerpts(paragraphs);
}

import { terms } from '../../language/tokenize.js';
import type { Aspect } from '../../retrieval/aspect.js';
import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';
import { QUOTING } from '../settings.js';
import { byScore, type Candidate } from './candidate.js';
import type { Excerpt } from './excerpt.js';
import { rankRemainder } from './rank-remainder.js';
import { rankSentences } from './rank-sentences.js';
import { Selection, type ChosenSentence } from './selection.js';
import { wordingOf, type PlacedSentence } from './sentence.js';

/** What an answer quotes, and what it was picked from. */
export interface PickedExcerpts {
  readonly excerpts: readonly Excerpt[];
  /** Sentences that competed, by what they were wanted for; none where a place is named. */
  readonly candidates: readonly CandidateList[];
  /** Every sentence of the excerpts, in the order in which they were chosen. */
  readonly chosen: readonly ChosenSentence[];
}

export interface CandidateList {
  /** Which of the things asked, from 0 on. */
  readonly aspect: number;
  /** Wanted for what the aspect's first paragraph leaves open. */
  readonly remainder: boolean;
  /** Best first. */
  readonly sentences: readonly Candidate[];
}

/**
 * The best sentences of the best paragraphs of every aspect: first the leading sentence of each,
 * then as many more as fit, and the items of the lists that they announce. In the order of the
 * aspects, of the paragraphs found and of the text within each. Of paragraphs that the question
 * names by number, as much as fits, as it stands.
 */
export function pickExcerpts(index: SearchIndex, aspects: readonly Aspect[]): PickedExcerpts {
  const named = [...new Set(aspects.flatMap((aspect) => aspect.named))];
  return named.length > 0
    ? quoteNamed(
        index,
        named,
        new Set(aspects.flatMap(({ probes }) => probes[0]?.probe.terms ?? [])),
      )
    : quoteBest(index, aspects);
}

function quoteBest(index: SearchIndex, aspects: readonly Aspect[]): PickedExcerpts {
  const selection = new Selection(index);
  const candidates = aspects.flatMap((each, aspect): CandidateList[] => [
    { aspect, remainder: false, sentences: rankSentences(index, each) },
    { aspect, remainder: true, sentences: rankRemainder(index, each) },
  ]);
  for (const { sentences } of candidates) {
    for (const lead of sentences.slice(0, 1)) {
      selection.add(lead, { maxWords: Infinity, because: 'leads' });
    }
  }
  const all = candidates.flatMap(({ sentences }) => sentences);
  for (const candidate of all.toSorted(byScore)) {
    selection.add(candidate, { maxWords: QUOTING.maxWords, because: 'fills-up' });
  }
  selection.completeLists();
  return {
    excerpts: selection.excerpts(all.toSorted(byScore).map(({ paragraph }) => paragraph)),
    candidates,
    chosen: selection.chosen,
  };
}

/**
 * As much of the paragraphs as fits: what shares words with the question, then how each begins,
 * then the rest; all in the order of the text.
 */
function quoteNamed(
  index: SearchIndex,
  paragraphs: readonly IndexedParagraph[],
  asked: ReadonlySet<string>,
): PickedExcerpts {
  const selection = new Selection(index);
  const places = paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((_, place): PlacedSentence => ({ paragraph, place })),
  );
  const inTurn = new Set([
    ...places.filter((sentence) =>
      terms(wordingOf(sentence), sentence.paragraph.document.language).some((term) =>
        asked.has(term),
      ),
    ),
    ...places.filter(({ place }) => place === 0),
    ...places,
  ]);
  [...inTurn].forEach((sentence, turn) => {
    const maxWords = turn === 0 ? Infinity : QUOTING.maxNamedWords;
    selection.add(sentence, { maxWords, because: 'named-place' });
  });
  return { excerpts: selection.excerpts(paragraphs), candidates: [], chosen: selection.chosen };
}

import type { Aspect } from '../../retrieval/aspect.js';
import { asksForGist } from '../../retrieval/query/places/whole-place.js';
import type { IndexedParagraph, SearchIndex } from '../../ports/search-index.js';
import { QUOTING } from '../settings.js';
import { byScore, type Candidate } from './candidate.js';
import type { Excerpt } from './excerpt.js';
import { quoteGist } from './quote-gist.js';
import { quoteParagraph, quoteWhole } from './quote-place.js';
import { rankRemainder } from './rank-remainder.js';
import { rankSentences } from './rank-sentences.js';
import { Selection, type ChosenSentence } from './selection.js';

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
 * aspects, of the paragraphs found and of the text within each. Where the question names places,
 * only what stands there: what it asks of them, their gist, or as much as fits, as it stands.
 */
export function pickExcerpts(index: SearchIndex, aspects: readonly Aspect[]): PickedExcerpts {
  const named = new Set(aspects.flatMap((aspect) => aspect.named));
  if (named.size === 0) return quoteBest(index, aspects);
  if (aspects.every(({ ofNamed }) => !ofNamed)) {
    const isGist = aspects.some(({ probes }) => asksForGist(probes[0]?.probe.text ?? ''));
    const isOfSentences = aspects.some(({ sentences }) => sentences.size > 0);
    return isGist && !isOfSentences ? quoteGist([...named]) : quoteWhole(aspects);
  }
  const [only] = named;
  return named.size === 1 && only !== undefined
    ? quoteParagraph(only, aspects)
    : quoteBest(
        index,
        aspects.map((aspect) => keptTo(named, aspect)),
      );
}

function keptTo(named: ReadonlySet<IndexedParagraph>, aspect: Aspect): Aspect {
  return { ...aspect, evidence: aspect.evidence.filter(({ paragraph }) => named.has(paragraph)) };
}

function quoteBest(index: SearchIndex, aspects: readonly Aspect[]): PickedExcerpts {
  const selection = new Selection();
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

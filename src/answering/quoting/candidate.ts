import type { Aspect } from '../../retrieval/aspect.js';
import type { Evidence } from '../../retrieval/search/evidence.js';
import { sentenceScores } from '../../retrieval/search/sentence-scores.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import { addsKind, expectedKind } from '../questions/expected-kind.js';
import { QUOTING } from '../settings.js';
import { wordingOf, type PlacedSentence } from './sentence.js';

/** A sentence that may be quoted. */
export interface Candidate extends PlacedSentence {
  /** That of its paragraph, and a share of its own. */
  readonly score: number;
  /** The fused score of its paragraph, 0 to about 1. */
  readonly paragraphScore: number;
  /** How well it bears on the question by itself, 0 to about 1, and the bonus for its kind. */
  readonly ownScore: number;
  /** Whether it holds the kind of thing asked for: a date, a number, a name. */
  readonly holdsKind: boolean;
}

/** The sentences of a paragraph that are worth quoting, best first. */
export function candidatesOf(
  index: SearchIndex,
  probes: Aspect['probes'],
  { paragraph, score: paragraphScore }: Evidence,
): Candidate[] {
  const total = probes.reduce((sum, { weight }) => sum + weight, 0);
  const question = probes[0]?.probe.text ?? '';
  const kind = expectedKind(question);
  const holdsKind = paragraph.sentences.map(
    (_, place) =>
      kind !== undefined && addsKind(wordingOf({ paragraph, place }), { kind, question }),
  );
  const own = holdsKind.map((holds): number => (holds ? QUOTING.kindBonus : 0));
  for (const { probe, weight } of probes) {
    sentenceScores(index, probe, paragraph).forEach((score, place) => {
      own[place] = (own[place] ?? 0) + (weight * score) / total;
    });
  }
  const enough = QUOTING.minSentenceShare * own.reduce((best, score) => Math.max(best, score), 0);
  return own
    .map((ownScore, place) => ({
      paragraph,
      place,
      score: paragraphScore + QUOTING.sentenceWeight * ownScore,
      paragraphScore,
      ownScore,
      holdsKind: holdsKind[place] === true,
    }))
    .filter(({ ownScore }) => ownScore >= enough)
    .sort(byScore);
}

/** Best first. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score;
}

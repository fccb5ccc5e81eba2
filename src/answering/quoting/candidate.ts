import type { Aspect } from '../../retrieval/aspect.js';
import type { Evidence } from '../../retrieval/search/evidence.js';
import { readingOf } from '../../retrieval/read.js';
import { sentenceScores } from '../../retrieval/search/sentence-scores.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { SENTENCE_READING_WEIGHT } from '../../retrieval/settings.js';
import { addsKind, expectedKind } from '../questions/expected-kind.js';
import { QUOTING } from '../settings.js';
import { isBareLine } from './bare-line.js';
import { wordingOf, type PlacedSentence } from './sentence.js';

/** A sentence that may be quoted. */
export interface Candidate extends PlacedSentence {
  /** Its own, and a share of that of its paragraph. */
  readonly score: number;
  /** The fused score of its paragraph, 0 to about 1. */
  readonly paragraphScore: number;
  /** How well it bears on the question by itself, 0 to about 1, and what the reader makes of it. */
  readonly ownScore: number;
  /** Whether it answers by itself: no heading and no line of a date, unless a date is asked for. */
  readonly telling: boolean;
}

/** The sentences of a paragraph, best first; those that tell nothing only where no other does. */
export function candidatesOf(
  index: SearchIndex,
  probes: Aspect['probes'],
  { paragraph, read, score: paragraphScore }: Evidence,
): readonly Candidate[] {
  const total = probes.reduce((sum, { weight }) => sum + weight, 0);
  const question = probes[0]?.probe.text ?? '';
  const asksDate = expectedKind(question) === 'date';
  const holdsDate = (place: number): boolean =>
    asksDate && addsKind(wordingOf({ paragraph, place }), { kind: 'date', question });
  const own = paragraph.sentences.map(
    (_, place) => SENTENCE_READING_WEIGHT * readingOf(read?.sentences[place] ?? -Infinity),
  );
  for (const { probe, weight } of probes) {
    sentenceScores(index, probe, paragraph).forEach((score, place) => {
      own[place] = (own[place] ?? 0) + (weight * score) / total;
    });
  }
  const candidates = own
    .map((ownScore, place) => ({
      paragraph,
      place,
      score: QUOTING.paragraphWeight * paragraphScore + ownScore,
      paragraphScore,
      ownScore,
      telling: holdsDate(place) || !isBareLine({ paragraph, place }),
    }))
    .sort(byScore);
  return tellingOf(candidates);
}

/** Those that tell something, where any does. */
export function tellingOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const telling = candidates.filter((candidate) => candidate.telling);
  return telling.length > 0 ? telling : candidates;
}

/** Best first. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score;
}

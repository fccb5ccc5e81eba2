import { sentenceScores } from '../../retrieval/search/sentence-scores.js';
import type { Evidence } from '../../retrieval/search/evidence.js';
import type { Aspect } from '../../retrieval/aspect.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import { addsKind, expectedKind } from '../expected-kind.js';
import { sentenceAt, type Candidate } from './selection.js';

/** Paragraphs after the first are quoted only where they are about as good. */
const MIN_PARAGRAPH_SHARE = 0.83;
const MAX_PARAGRAPHS = 2;
/**
 * A further sentence is quoted where its own score is at least this share of the paragraph's best.
 */
const MIN_SENTENCE_SHARE = 0.3;
/**
 * How much a sentence's own score counts beside its paragraph's when sentences of several
 * paragraphs compete.
 */
const SENTENCE_WEIGHT = 0.5;
/** What a sentence gains that holds the kind of thing asked for: a date, a number, a name. */
const KIND_BONUS = 0.15;
/** A question about several things may need several paragraphs. */
const SEVERAL_THINGS = /\b(?:and|or|both|as well as|each|compare)\b/iu;
/**
 * Share of the question's terms, weighted by rarity, that the first paragraph must leave open for a
 * second to be sought …
 */
const MIN_OPEN_SHARE = 0.25;
/** … how much of that the second must hold, and how good it must be beside the first. */
const MIN_FILLED_SHARE = 0.6;
const MIN_REMAINDER_SHARE = 0.5;

/**
 * Sentences of an aspect's best paragraphs that are worth quoting, paragraph by paragraph, the best
 * of each first.
 */
export function rankSentences(index: SearchIndex, { probes, evidence }: Aspect): Candidate[] {
  const near = evidence
    .slice(0, MAX_PARAGRAPHS)
    .filter(({ score }) => score >= MIN_PARAGRAPH_SHARE * (evidence[0]?.score ?? 0));
  return near.flatMap((found) => candidatesOf(index, probes, found));
}

/**
 * The best sentences for what the first paragraph leaves open of a question about several things.
 */
export function rankRemainder(index: SearchIndex, { probes, evidence }: Aspect): Candidate[] {
  const [best, ...others] = evidence;
  const [own] = probes;
  if (best === undefined || own === undefined || !SEVERAL_THINGS.test(own.probe.text)) return [];
  const asked = [...new Set(own.probe.terms)];
  const open = asked.filter((term) => !best.paragraph.terms.has(term));
  const rarity = (some: readonly string[]): number =>
    some.reduce((sum, term) => sum + index.paragraphTerms.idf(term), 0);
  if (rarity(open) < MIN_OPEN_SHARE * rarity(asked)) return [];
  const filling = others
    .filter(({ score }) => score >= MIN_REMAINDER_SHARE * best.score)
    .map((found) => ({
      found,
      filled: rarity(open.filter((term) => found.paragraph.terms.has(term))),
    }))
    .sort((a, b) => b.filled - a.filled)[0];
  if (filling === undefined || filling.filled < MIN_FILLED_SHARE * rarity(open)) return [];
  return candidatesOf(index, probes, filling.found);
}

/** The sentences of a paragraph that are worth quoting, best first. */
function candidatesOf(index: SearchIndex, probes: Aspect['probes'], found: Evidence): Candidate[] {
  const { paragraph } = found;
  const total = probes.reduce((sum, { weight }) => sum + weight, 0);
  const question = probes[0]?.probe.text ?? '';
  const kind = expectedKind(question);
  const scores: number[] = paragraph.sentences.map((_, place) =>
    kind !== undefined && addsKind(sentenceAt(paragraph, place), { kind, question })
      ? KIND_BONUS
      : 0,
  );
  for (const { probe, weight } of probes) {
    sentenceScores(index, probe, paragraph).forEach((score, place) => {
      scores[place] = (scores[place] ?? 0) + (weight * score) / total;
    });
  }
  const enough = MIN_SENTENCE_SHARE * scores.reduce((best, score) => Math.max(best, score), 0);
  return scores
    .flatMap((score, place) =>
      score >= enough ? [{ paragraph, place, score: found.score + SENTENCE_WEIGHT * score }] : [],
    )
    .sort(byScore);
}

/** Best first. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score;
}

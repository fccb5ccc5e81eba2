import { sentenceScores, type Evidence } from '../retrieval/evidence.js';
import type { WeightedProbe } from '../retrieval/retriever.js';
import type { IndexedParagraph, SearchIndex } from '../retrieval/search-index.js';
import type { Excerpt } from './excerpt.js';

/** An answer is filled up to about this many words; its first sentence may be longer. */
const MAX_WORDS = 60;
/** Paragraphs after the first are quoted only where they are about as good. */
const MIN_PARAGRAPH_SHARE = 0.85;
const MAX_PARAGRAPHS = 3;
/** A further sentence of the leading paragraph is quoted where it says at least this share of what its best one does. */
const MIN_SENTENCE_SHARE = 0.5;
/** How much a sentence's own score counts beside its paragraph's when sentences of several paragraphs compete. */
const SENTENCE_WEIGHT = 0.5;
/** Openings that cannot be understood without the sentence before. */
const LEANING_SENTENCE =
  /^(?:they|it|he|she|this|these|those|such|its|their|his|her|in this (?:context|regard|respect|connection)|in that (?:context|regard)|to this end|to that end|at the same time|for this purpose|therefore|thus|moreover|furthermore|nevertheless|however|as a result)\b/iu;

interface Candidate {
  readonly evidence: Evidence;
  /** Place of the sentence in its paragraph. */
  readonly place: number;
  readonly score: number;
}

/** The best sentences of the best paragraphs, in the order of the paragraphs found and of the text within each. */
export function pickExcerpts(index: SearchIndex, probes: readonly WeightedProbe[], evidence: readonly Evidence[]): Excerpt[] {
  const best = evidence[0];
  if (best === undefined) return [];
  const eligible = evidence.slice(0, MAX_PARAGRAPHS).filter(({ score }) => score >= MIN_PARAGRAPH_SHARE * best.score);
  const candidates = eligible.flatMap((found) => candidatesOf(index, probes, found)).sort((a, b) => b.score - a.score);
  const chosen = new Map<IndexedParagraph, Set<number>>();
  let words = 0;
  for (const candidate of candidates) {
    const places = withAntecedent(candidate).filter((place) => chosen.get(candidate.evidence.paragraph)?.has(place) !== true);
    const added = places.reduce((sum, place) => sum + wordCount(candidate.evidence.paragraph, place), 0);
    if (words > 0 && words + added > MAX_WORDS) continue;
    const set = chosen.get(candidate.evidence.paragraph) ?? new Set();
    for (const place of places) set.add(place);
    chosen.set(candidate.evidence.paragraph, set);
    words += added;
  }
  return eligible.flatMap(({ paragraph }) => toExcerpts(paragraph, chosen.get(paragraph) ?? new Set()));
}

function candidatesOf(index: SearchIndex, probes: readonly WeightedProbe[], evidence: Evidence): Candidate[] {
  const total = probes.reduce((sum, { weight }) => sum + weight, 0);
  const scores = evidence.paragraph.sentences.map(() => 0);
  for (const { probe, weight } of probes) {
    sentenceScores(index, probe, evidence.paragraph).forEach((score, i) => {
      scores[i] = (scores[i] ?? 0) + (weight * score) / total;
    });
  }
  const bestScore = Math.max(...scores);
  return scores.flatMap((score, place) =>
    score >= MIN_SENTENCE_SHARE * bestScore ? [{ evidence, place, score: evidence.score + SENTENCE_WEIGHT * score }] : [],
  );
}

/** A sentence and, where it leans on it, the one before. */
function withAntecedent({ evidence: { paragraph }, place }: Candidate): number[] {
  const { document, sentences } = paragraph;
  const sentence = sentences[place];
  const leans = place > 0 && sentence !== undefined && LEANING_SENTENCE.test(document.text.slice(sentence.start, sentence.end));
  return leans ? [place - 1, place] : [place];
}

/** Neighbouring sentences become one excerpt. */
function toExcerpts(paragraph: IndexedParagraph, places: ReadonlySet<number>): Excerpt[] {
  const runs: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => ({ paragraph, sentences: run.flatMap((place) => paragraph.sentences[place] ?? []) }));
}

function wordCount({ document, sentences }: IndexedParagraph, place: number): number {
  const sentence = sentences[place];
  return sentence === undefined ? 0 : document.text.slice(sentence.start, sentence.end).trim().split(/\s+/u).length;
}

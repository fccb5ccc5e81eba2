import { sentenceScores, type Evidence } from '../retrieval/evidence.js';
import type { Aspect } from '../retrieval/retriever.js';
import type { IndexedParagraph, SearchIndex } from '../retrieval/search-index.js';
import type { Excerpt } from './excerpt.js';
import { addsKind, expectedKind } from './expected-kind.js';

/** An answer is filled up to about this many words; the leading sentence of an aspect may be longer. */
const MAX_WORDS = 80;
/** Paragraphs after the first are quoted only where they are about as good. */
const MIN_PARAGRAPH_SHARE = 0.87;
const MAX_PARAGRAPHS = 2;
/** A further sentence is quoted where its own score is at least this share of the paragraph's best. */
const MIN_SENTENCE_SHARE = 0.3;
/** How much a sentence's own score counts beside its paragraph's when sentences of several paragraphs compete. */
const SENTENCE_WEIGHT = 0.5;
/** What a sentence gains that holds the kind of thing asked for: a date, a number, a name. */
const KIND_BONUS = 0.15;
/** A question about several things may need several paragraphs. */
const SEVERAL_THINGS = /\b(?:and|or|both|as well as|each|compare)\b/iu;
/** Share of the question's terms, weighted by rarity, that the first paragraph must leave open for a second to be sought … */
const MIN_OPEN_SHARE = 0.25;
/** … how much of that the second must hold, and how good it must be beside the first. */
const MIN_FILLED_SHARE = 0.6;
const MIN_REMAINDER_SHARE = 0.5;
/** Openings that cannot be understood without the sentence before. */
const LEANING_SENTENCE =
  /^(?:they|it|he|she|this|these|those|such|its|their|his|her|in this (?:context|regard|respect|connection)|in that (?:context|regard)|to this end|to that end|at the same time|for this purpose|therefore|thus|moreover|furthermore|nevertheless|however|as a result)\b/iu;

interface Candidate {
  readonly paragraph: IndexedParagraph;
  /** Place of the sentence in its paragraph. */
  readonly place: number;
  readonly score: number;
}

/** Sentences chosen so far, by paragraph, and how many words they have. */
class Selection {
  readonly places = new Map<IndexedParagraph, Set<number>>();
  #words = 0;

  /** Adds a sentence, with the one before where it leans on it, if it still fits or `always`. */
  add({ paragraph, place }: Candidate, always: boolean): void {
    const chosen = this.places.get(paragraph) ?? new Set<number>();
    const missing = withAntecedent(paragraph, place).filter((wanted) => !chosen.has(wanted));
    const added = missing.reduce((sum, wanted) => sum + wordCount(paragraph, wanted), 0);
    if (!always && this.#words + added > MAX_WORDS) return;
    for (const wanted of missing) chosen.add(wanted);
    this.places.set(paragraph, chosen);
    this.#words += added;
  }
}

/**
 * The best sentences of the best paragraphs of every aspect: first the leading sentence of each, then as many
 * more as fit. In the order of the aspects, of the paragraphs found and of the text within each.
 */
export function pickExcerpts(index: SearchIndex, aspects: readonly Aspect[]): Excerpt[] {
  const selection = new Selection();
  const ranked = aspects.flatMap((aspect) => [rankSentences(index, aspect), rankRemainder(index, aspect)]);
  for (const candidates of ranked) {
    const lead = candidates[0];
    if (lead !== undefined) selection.add(lead, true);
  }
  for (const candidate of ranked.flat().sort(byScore)) selection.add(candidate, false);
  const order = [...new Set(ranked.flatMap((candidates) => candidates.map(({ paragraph }) => paragraph)))];
  return order.flatMap((paragraph) => toExcerpts(paragraph, selection.places.get(paragraph) ?? new Set()));
}

/** Sentences of an aspect's best paragraphs that are worth quoting: the best one of the best paragraph, then all others, best first. */
function rankSentences(index: SearchIndex, { probes, evidence }: Aspect): Candidate[] {
  const [best, ...others] = evidence.slice(0, MAX_PARAGRAPHS);
  if (best === undefined) return [];
  const [lead, ...further] = candidatesOf(index, probes, best);
  const near = others.filter(({ score }) => score >= MIN_PARAGRAPH_SHARE * best.score).flatMap((found) => candidatesOf(index, probes, found));
  return [...(lead ? [lead] : []), ...[...further, ...near].sort(byScore)];
}

/** The best sentences for what the first paragraph leaves open of a question about several things. */
function rankRemainder(index: SearchIndex, { probes, evidence }: Aspect): Candidate[] {
  const [best, ...others] = evidence;
  const [own] = probes;
  if (best === undefined || own === undefined || !SEVERAL_THINGS.test(own.probe.text)) return [];
  const asked = [...new Set(own.probe.terms)];
  const open = asked.filter((term) => !best.paragraph.terms.has(term));
  const rarity = (some: readonly string[]): number => some.reduce((sum, term) => sum + index.paragraphTerms.idf(term), 0);
  if (rarity(open) < MIN_OPEN_SHARE * rarity(asked)) return [];
  const filling = others
    .filter(({ score }) => score >= MIN_REMAINDER_SHARE * best.score)
    .map((found) => ({ found, filled: rarity(open.filter((term) => found.paragraph.terms.has(term))) }))
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
  const scores: number[] = paragraph.sentences.map((_, place) => (kind !== undefined && addsKind(textOf(paragraph, place), { kind, question }) ? KIND_BONUS : 0));
  for (const { probe, weight } of probes) {
    sentenceScores(index, probe, paragraph).forEach((score, place) => {
      scores[place] = (scores[place] ?? 0) + (weight * score) / total;
    });
  }
  const enough = MIN_SENTENCE_SHARE * scores.reduce((best, score) => Math.max(best, score), 0);
  return scores.flatMap((score, place) => (score >= enough ? [{ paragraph, place, score: found.score + SENTENCE_WEIGHT * score }] : [])).sort(byScore);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score;
}

/** A sentence and, where it leans on it, the one before. */
function withAntecedent(paragraph: IndexedParagraph, place: number): number[] {
  return place > 0 && LEANING_SENTENCE.test(textOf(paragraph, place)) ? [place - 1, place] : [place];
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

function textOf({ document, sentences }: IndexedParagraph, place: number): string {
  const sentence = sentences[place];
  return sentence === undefined ? '' : document.text.slice(sentence.start, sentence.end);
}

function wordCount(paragraph: IndexedParagraph, place: number): number {
  return textOf(paragraph, place).trim().split(/\s+/u).length;
}

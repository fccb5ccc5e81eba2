import type { Document as LangChainDocument } from '@langchain/core/documents';
import type { QuestionEncoder } from '../../ports/encoder.js';
import { similarityTo } from '../../ranking/exact-search.js';
import { normalizeForSearch } from '../../language/normalize.js';
import { terms } from '../../language/tokenize.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';

/** A text made ready to be compared with the index. */
export interface Probe {
  readonly text: string;
  readonly terms: readonly string[];
  /** Unit length; undefined where the model knows no word of the text. */
  readonly vector: Float32Array | undefined;
}

/**
 * How well one paragraph bears on a probe, piece by piece. All lie in 0 to about 1 and are
 * comparable between questions.
 */
export interface Signals {
  /**
   * BM25 of the paragraph, with its expansion where it has one, over what a full match would score.
   */
  readonly lexical: number;
  /** Cosine with the nearest passage of the paragraph. */
  readonly similarity: number;
  /** Cosine with its nearest sentence or expansion question. */
  readonly partSimilarity: number;
}

export interface Evidence extends Signals {
  readonly paragraph: IndexedParagraph;
  /** The fused score. */
  readonly score: number;
}

export type Weights = Readonly<Record<keyof Signals, number>>;

/**
 * Weights of the fused score; chosen on the development questions and Cranfield, see DESIGN.md.
 * They sum to 1.
 */
export const DEFAULT_WEIGHTS: Weights = { lexical: 0.4, similarity: 0.3, partSimilarity: 0.3 };
/**
 * Nearest vectors asked of the store; a paragraph has several, so this is far more than the
 * paragraphs that are shown.
 */
const DENSE_CANDIDATES = 200;
/**
 * Paragraphs whose words match best; in a large corpus a common word leads to a great many, whose
 * vectors need not all be compared.
 */
const LEXICAL_CANDIDATES = 300;

export interface GatherOptions {
  /** Ids of the documents to look in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
  readonly weights: Weights;
  /** Numbers of paragraphs that are looked at whether or not words lead to them. */
  readonly always?: readonly number[];
}

export async function prepareProbe(embeddings: QuestionEncoder, text: string): Promise<Probe> {
  const normalized = normalizeForSearch(text);
  const vector = embeddings.understands(normalized)
    ? Float32Array.from(await embeddings.embedQuery(normalized))
    : undefined;
  return { text, terms: terms(text), vector };
}

/** Evidence of every paragraph that shares a term with the probe or is near it, in no order. */
export async function gatherEvidence(
  index: SearchIndex,
  probe: Probe,
  { within, weights, always = [] }: GatherOptions,
): Promise<Map<number, Evidence>> {
  const lexical = relative(
    index.paragraphTerms.scores(probe.terms),
    index.paragraphTerms.idealScore(probe.terms),
  );
  const evidence = new Map<number, Evidence>();
  for (const number of new Set([
    ...always,
    ...bestOf(lexical, LEXICAL_CANDIDATES),
    ...(await nearParagraphs(index, probe, within)),
  ])) {
    const paragraph = index.paragraphs[number];
    if (paragraph === undefined || within?.has(paragraph.document.id) === false) continue;
    const { entries } = paragraph;
    const signals: Signals = {
      lexical: lexical.get(number) ?? 0,
      similarity: bestSimilarity(index, probe, entries.passage),
      partSimilarity: Math.max(
        bestSimilarity(index, probe, entries.sentence),
        bestSimilarity(index, probe, entries.question),
      ),
    };
    evidence.set(number, { paragraph, ...signals, score: fuse(signals, weights) });
  }
  return evidence;
}

function bestOf(scores: ReadonlyMap<number, number>, count: number): Iterable<number> {
  if (scores.size <= count) return scores.keys();
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([number]) => number);
}

/**
 * Evidence of each sentence of a paragraph, in order, 0 to about 1: BM25 over its ideal and cosine,
 * in equal parts.
 */
export function sentenceScores(
  index: SearchIndex,
  probe: Probe,
  paragraph: IndexedParagraph,
): number[] {
  const own = {
    from: paragraph.firstSentence,
    to: paragraph.firstSentence + paragraph.sentences.length,
  };
  const lexical = relative(
    index.sentenceTerms.scores(probe.terms, own),
    index.sentenceTerms.idealScore(probe.terms),
  );
  return paragraph.sentences.map((_, i) => {
    const entry = paragraph.entries.sentence[i];
    const similarity = entry === undefined ? 0 : bestSimilarity(index, probe, [entry]);
    return 0.5 * (lexical.get(paragraph.firstSentence + i) ?? 0) + 0.5 * similarity;
  });
}

function fuse(signals: Signals, weights: Weights): number {
  return (
    weights.lexical * signals.lexical +
    weights.similarity * signals.similarity +
    weights.partSimilarity * signals.partSimilarity
  );
}

function relative(scores: ReadonlyMap<number, number>, ideal: number): Map<number, number> {
  return new Map([...scores].map(([unit, score]) => [unit, score / (ideal || 1)]));
}

/**
 * Paragraphs with a vector among the nearest. Their exact similarities are computed afterwards for
 * all candidates alike.
 */
async function nearParagraphs(
  index: SearchIndex,
  probe: Probe,
  within: GatherOptions['within'],
): Promise<number[]> {
  if (probe.vector === undefined) return [];
  const k = Math.min(DENSE_CANDIDATES, index.paragraphOfEntry.length);
  // A filter is called back from native code for every vector that is visited: none where none is
  // needed.
  const filter =
    within &&
    (({ metadata }: LangChainDocument): boolean => within.has(String(metadata['documentId'])));
  const found = await index.store.similaritySearchVectorWithScore(
    Array.from(probe.vector),
    k,
    filter,
  );
  return found.map(([{ metadata }]) => index.paragraphOfEntry[Number(metadata['entry'])] ?? -1);
}

function bestSimilarity(index: SearchIndex, { vector }: Probe, entries: readonly number[]): number {
  if (vector === undefined) return 0;
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  return entries.reduce(
    (best, entry) => Math.max(best, similarityTo(index.vectors, entry, vector)),
    0,
  );
}

import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { similarityTo } from '../ranking/exact-search.js';
import { normalizeForSearch } from '../text/normalize.js';
import { terms } from '../text/tokenize.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';

/** What retrieval needs to know of an embedding model beside LangChain's interface. */
export interface QuestionEmbeddings extends EmbeddingsInterface {
  /** Whether the model knows any piece of the text; the vector of a text that it does not know says nothing. */
  understands(text: string): boolean;
}

/** A text made ready to be compared with the index. */
export interface Probe {
  readonly text: string;
  readonly terms: readonly string[];
  /** Unit length; undefined where the model knows no word of the text. */
  readonly vector: readonly number[] | undefined;
}

/** How well one paragraph bears on a probe. All parts lie in 0 to about 1 and are comparable between questions. */
export interface Evidence {
  readonly paragraph: IndexedParagraph;
  /** BM25 of the paragraph, and of its best sentence, over what a full match would score. */
  readonly lexical: number;
  readonly lexicalSentence: number;
  /** Cosine with the nearest part of the paragraph, and with its nearest sentence. */
  readonly similarity: number;
  readonly sentenceSimilarity: number;
  /** The fused score. */
  readonly score: number;
}

/** Weights of the fused score; chosen on the development questions and Cranfield, see DESIGN.md. They sum to 1. */
const WEIGHTS = { lexical: 0.35, lexicalSentence: 0.15, similarity: 0.25, sentenceSimilarity: 0.25 } as const;
/** Nearest vectors asked of the store; a paragraph has several, so this is far more than the paragraphs that are shown. */
const DENSE_CANDIDATES = 200;

export async function prepareProbe(embeddings: QuestionEmbeddings, text: string): Promise<Probe> {
  const normalized = normalizeForSearch(text);
  const vector = embeddings.understands(normalized) ? await embeddings.embedQuery(normalized) : undefined;
  return { text, terms: terms(text), vector };
}

/** Evidence of every paragraph that shares a term with the probe or is near it, in no order. */
export async function gatherEvidence(
  index: SearchIndex,
  probe: Probe,
  accepts: (paragraph: IndexedParagraph) => boolean,
): Promise<Map<number, Evidence>> {
  const lexical = index.paragraphTerms.scores(probe.terms);
  const lexicalSentence = bestSentences(index, probe.terms);
  const ideal = { paragraph: index.paragraphTerms.idealScore(probe.terms), sentence: index.sentenceTerms.idealScore(probe.terms) };
  const near = await nearParagraphs(index, probe, accepts);
  const evidence = new Map<number, Evidence>();
  for (const number of new Set([...lexical.keys(), ...near])) {
    const paragraph = index.paragraphs[number];
    if (paragraph === undefined || !accepts(paragraph)) continue;
    const parts = {
      lexical: (lexical.get(number) ?? 0) / (ideal.paragraph || 1),
      lexicalSentence: (lexicalSentence.get(number) ?? 0) / (ideal.sentence || 1),
      similarity: bestSimilarity(index, probe, paragraph.passageEntries),
      sentenceSimilarity: bestSimilarity(index, probe, paragraph.sentenceEntries),
    };
    evidence.set(number, { paragraph, ...parts, score: fuse(parts) });
  }
  return evidence;
}

function fuse(parts: Record<keyof typeof WEIGHTS, number>): number {
  return (
    WEIGHTS.lexical * parts.lexical +
    WEIGHTS.lexicalSentence * parts.lexicalSentence +
    WEIGHTS.similarity * parts.similarity +
    WEIGHTS.sentenceSimilarity * parts.sentenceSimilarity
  );
}

/** The best BM25 among the sentences of each paragraph. */
function bestSentences(index: SearchIndex, queryTerms: readonly string[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const [sentence, score] of index.sentenceTerms.scores(queryTerms)) {
    const paragraph = index.paragraphOfSentence[sentence] ?? -1;
    best.set(paragraph, Math.max(best.get(paragraph) ?? 0, score));
  }
  return best;
}

/** Paragraphs with a vector among the nearest. Their exact similarities are computed afterwards for all candidates alike. */
async function nearParagraphs(index: SearchIndex, probe: Probe, accepts: (paragraph: IndexedParagraph) => boolean): Promise<number[]> {
  if (probe.vector === undefined) return [];
  const paragraphOf = (metadata: Record<string, unknown>): number => index.paragraphOfEntry[Number(metadata['entry'])] ?? -1;
  const k = Math.min(DENSE_CANDIDATES, index.paragraphOfEntry.length);
  const filter = ({ metadata }: { metadata: Record<string, unknown> }): boolean => {
    const paragraph = index.paragraphs[paragraphOf(metadata)];
    return paragraph !== undefined && accepts(paragraph);
  };
  const found = await index.store.similaritySearchVectorWithScore([...probe.vector], k, filter);
  return found.map(([document]) => paragraphOf(document.metadata));
}

function bestSimilarity(index: SearchIndex, probe: Probe, entries: readonly number[]): number {
  const { vector } = probe;
  if (vector === undefined) return 0;
  return Math.max(0, ...entries.map((entry) => similarityTo(index.vectors, entry, vector)));
}

/** Evidence of each sentence of a paragraph, in order, 0 to about 1: BM25 over its ideal and cosine, in equal parts. */
export function sentenceScores(index: SearchIndex, probe: Probe, paragraph: IndexedParagraph): number[] {
  const lexical = index.sentenceTerms.scores(probe.terms);
  const ideal = index.sentenceTerms.idealScore(probe.terms) || 1;
  return paragraph.sentences.map((_, i) => {
    const entry = paragraph.sentenceEntries[i];
    const similarity = entry === undefined ? 0 : bestSimilarity(index, probe, [entry]);
    return 0.5 * ((lexical.get(paragraph.firstSentence + i) ?? 0) / ideal) + 0.5 * similarity;
  });
}

import type { AspectText } from './query/plan-aspects.js';
import type { QueryPlan } from './query/plan-query.js';
import type { SubQuestion } from './query/sub-question.js';
import type { Bonus } from './rerank.js';
import type { Signals, Weights } from './search/evidence.js';

/** What happened to a question, step by step: plain data, to be shown or written down. */
export interface RetrievalTrace {
  readonly plan: PlanTrace;
  /** Of the signals in the score of a paragraph. */
  readonly weights: Weights;
  /** One for each text that was searched for, in each set of documents. */
  readonly searches: readonly SearchTrace[];
  /** One for each thing that the question asks, with all readings that were tried. */
  readonly subQuestions: readonly SubQuestionTrace[];
  /** The paragraphs that were found in the end, best first, after joining those of all aspects. */
  readonly chosen: readonly ScoredParagraph[];
}

/** The query, and what it was made from. */
export interface PlanTrace extends Pick<
  QueryPlan,
  'asked' | 'corrections' | 'question' | 'context' | 'query'
> {
  /** What a chat model made of the question; absent where none did. */
  readonly condensed?: string;
  /** Places that the question names, as it has them, whether or not the texts do. */
  readonly references: readonly string[];
  /** Paragraphs that stand there. */
  readonly named: readonly ParagraphAddress[];
  /** Paragraphs that earlier questions name, on which this one leans. */
  readonly leantOn: readonly ParagraphAddress[];
  /** In quotes. */
  readonly phrases: readonly string[];
}

export interface ParagraphAddress {
  readonly documentId: string;
  /** Label of the paragraph. */
  readonly paragraph: string;
}

export interface ScoredParagraph extends ParagraphAddress {
  readonly score: number;
}

/** What one text found. */
export interface SearchTrace {
  readonly text: string;
  /** Index terms. */
  readonly terms: readonly string[];
  /** Whether the embedding model knows any piece of the text; without, similarities are 0. */
  readonly understood: boolean;
  /** Ids of the documents that were looked in; absent where all. */
  readonly within?: readonly string[];
  /** How many paragraphs were found. */
  readonly found: number;
  /** The best of them, best first. */
  readonly best: readonly (ScoredParagraph & Signals)[];
}

export interface SubQuestionTrace extends SubQuestion<AspectTrace> {
  /** What each split would gain over the whole, 0 and up. */
  readonly gains: readonly number[];
  /** Place of the split that was taken; absent where the sub-question stays whole. */
  readonly split?: number;
}

export interface AspectTrace {
  /**
   * What it was searched for by, its own words first, and the place among the searches of what each
   * text found.
   */
  readonly texts: readonly (AspectText & { readonly search: number })[];
  /** Id of the one document that the question names. */
  readonly preferred?: string;
  /** The best paragraphs after reranking, best first. */
  readonly best: readonly RerankedParagraph[];
}

/** A paragraph of an aspect; its signals are the weighted means of what the texts found. */
export interface RerankedParagraph extends ScoredParagraph, Signals {
  /** The score before reranking. */
  readonly fusedScore: number;
  /** In place of the fused score, where the question names the paragraph by its number. */
  readonly fixedScore?: number;
  readonly bonuses: readonly Bonus[];
}

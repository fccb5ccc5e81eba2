import type { ChatReply } from '../src/protocol.js';
import type { JudgedQuestion } from './judged-question.js';

/** A paragraph that was found. */
export interface FoundParagraph {
  readonly documentId: string;
  readonly paragraph: string;
  readonly text: string;
}

/** What the system did with a question. */
export interface Observation {
  /** Best first, at most {@link SEARCH_DEPTH}. */
  readonly found: readonly FoundParagraph[];
  readonly searchMs: number;
  /** P(the texts answer the question) as the system sees it, 0 to 1. */
  readonly confidence: number;
  /** The answer that it would give if it never abstained. */
  readonly unguardedAnswer: string;
  readonly reply: ChatReply;
}

/** How deep the lists of found paragraphs are looked at. */
export const SEARCH_DEPTH = 10;

/** Of an answerable question: how well its paragraphs were found. */
export interface RankingJudgement {
  /**
   * Of the first paragraph that bears a gold quote, 1-based; `Infinity` where none is among those
   * found.
   */
  readonly firstRank: number;
  /** Of the last paragraph needed, where every gold quote is; else the same as `firstRank`. */
  readonly completeRank: number;
  /** Of each paragraph found, whether it bears a gold quote. */
  readonly relevance: readonly boolean[];
  /** Paragraphs of the texts that bear one. */
  readonly relevantCount: number;
}

/** Of an answer to an answerable question. */
export interface AnswerJudgement {
  /** It holds every fact wanted, in one of the accepted wordings. */
  readonly correct: boolean;
  /** A right paragraph is cited, or, where every gold quote is needed, all of them. */
  readonly citationHit: boolean;
  readonly citations: number;
  /** Citations that lead to a right paragraph. */
  readonly goldCitations: number;
  /** Of the gold quotes needed, how many are cited, and how many are needed. */
  readonly citedQuotes: number;
  readonly neededQuotes: number;
  readonly sentences: number;
  readonly citedSentences: number;
  readonly words: number;
}

/** Promises of every reply; each count should be 0. */
export interface IntegrityJudgement {
  readonly danglingMarkers: number;
  readonly unusedCitations: number;
  readonly inventedQuotes: number;
}

/** A question, what came of it, and what that is worth. */
export interface Outcome {
  readonly question: JudgedQuestion;
  readonly observation: Observation;
  /** Absent where the texts do not answer the question. */
  readonly ranking?: RankingJudgement;
  /** Absent where the texts do not answer the question, or it was not answered. */
  readonly answer?: AnswerJudgement;
  readonly integrity: IntegrityJudgement;
  /** Whether the answer that it would give if it never abstained is correct. */
  readonly unguardedCorrect: boolean;
}

import type {
  AnswerDecision,
  ReasonAgainst,
  ReasonFor,
} from '../answering/abstention/answer-decision.js';
import type { SentenceTrace } from '../answering/quoting/trace-sentences.js';
import type { Answer } from '../protocol.js';
import type { RetrievalTrace } from '../retrieval/trace.js';

/** How one reply came about, for whoever wants to see inside; plain data. */
export interface AnswerTrace {
  readonly retrieval: RetrievalTrace;
  /**
   * What the texts' own sentences as an answer are picked from; looked at for the decision also where
   * a chat model has the word.
   */
  readonly sentences: readonly SentenceTrace[];
  readonly decision: AnswerDecision;
  readonly verdict: Verdict;
}

/** What the reply says in the end. */
export interface Verdict extends Pick<
  Answer,
  'mode' | 'fallback' | 'truncated' | 'replaced' | 'omitted'
> {
  readonly answered: boolean;
  readonly reason: VerdictReason;
  /** How many citations it has. */
  readonly citations: number;
}

export type VerdictReason =
  | ReasonFor
  | ReasonAgainst
  /** The chat model has read what was found and says that it does not answer. */
  | 'model-no-answer'
  /** It seemed that the texts do not answer, and a chat model has found that they do. */
  | 'model-answer'
  /** It was decided to answer, and there was no sentence to quote. */
  | 'nothing-quoted';

/** Why a reply answers or does not, once it is known what was said. */
export function verdictReason(
  { answerable, reason }: AnswerDecision,
  { mode, citations }: Pick<Answer, 'mode' | 'citations'>,
): VerdictReason {
  if (citations.length > 0) return answerable ? reason : 'model-answer';
  if (mode === 'generative') return 'model-no-answer';
  return answerable ? 'nothing-quoted' : reason;
}

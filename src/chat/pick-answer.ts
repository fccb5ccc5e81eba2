import type { AnswerDecision } from '../answering/abstention/answer-decision.js';
import { pickExcerpts, type PickedExcerpts } from '../answering/quoting/pick-excerpts.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { Inquiry } from '../types.js';
import type { AnswerDependencies } from './answer-dependencies.js';

/** What would be quoted, and whether it answers. */
export interface PickedAnswer {
  readonly picked: PickedExcerpts;
  readonly decision: AnswerDecision;
  /** It is asked of a text as a whole. */
  readonly ofWhole: boolean;
}

export async function pickAnswer(
  { index, decide, aboutDocument }: AnswerDependencies,
  inquiry: Inquiry,
  retrieval: Retrieval,
): Promise<PickedAnswer> {
  const whole = await aboutDocument?.(inquiry, retrieval);
  if (whole !== undefined) return { ...whole, ofWhole: true };
  const picked = pickExcerpts(index, retrieval.aspects);
  const decision = decide(index, { retrieval, excerpts: picked.excerpts });
  return { picked, decision, ofWhole: false };
}

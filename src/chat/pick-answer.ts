import { answeredAspects, ofAspects } from '../answering/abstention/answered-aspects.js';
import type { AnswerDecision } from '../answering/abstention/answer-decision.js';
import { pickExcerpts, type PickedExcerpts } from '../answering/quoting/pick-excerpts.js';
import { withWhatFollows } from '../answering/quoting/what-follows.js';
import { nextTurn } from '../concurrency/next-turn.js';
import { during } from '../ports/stages.js';
import type { Aspect } from '../retrieval/aspect.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { Inquiry } from '../types.js';
import type { AnswerDependencies } from './answer-dependencies.js';

/** What would be quoted, and whether it answers. */
export interface PickedAnswer {
  readonly picked: PickedExcerpts;
  readonly decision: AnswerDecision;
  /** It is asked of a text as a whole. */
  readonly ofWhole: boolean;
  /** Things that are asked beside others, and not answered; nothing is quoted for them. */
  readonly unanswered: readonly Aspect[];
}

export function pickAnswer(
  dependencies: AnswerDependencies,
  inquiry: Inquiry,
  retrieval: Retrieval,
): Promise<PickedAnswer> {
  return during(dependencies.stages, 'choose', () => pick(dependencies, inquiry, retrieval));
}

async function pick(
  { index, decide, aboutDocument }: AnswerDependencies,
  inquiry: Inquiry,
  retrieval: Retrieval,
): Promise<PickedAnswer> {
  await nextTurn();
  const whole = await aboutDocument?.(inquiry, retrieval);
  if (whole !== undefined) return { ...whole, ofWhole: true, unanswered: [] };
  await nextTurn();
  const { answered, unanswered } = await answeredAspects(index, retrieval, decide);
  await nextTurn();
  const picked = pickExcerpts(index, answered);
  await nextTurn();
  // What is told to be not answered does not speak against the rest.
  const judged = unanswered.length === 0 ? retrieval : ofAspects(retrieval, answered);
  const decision = await decide(index, { retrieval: judged, excerpts: picked.excerpts });
  // Decided by what answers: what is quoted around it was not asked for.
  return { picked: withWhatFollows(picked), decision, ofWhole: false, unanswered };
}

import { anyOf } from '../../language/any-of.js';
import { ANSWER_RULES } from '../answer-rules.js';

const AIMS = ANSWER_RULES.map(({ aim }) => aim);
const COURTESY = anyOf(AIMS.map(({ courtesy }) => courtesy));
const RANK_OR_PRESENT = anyOf(AIMS.map(({ rankOrPresent }) => rankOrPresent));

/**
 * Whether it wants something done, or speaks of the service itself, rather than asks what the texts
 * say.
 */
export function asksToAct(question: string): boolean {
  return AIMS.some(
    ({ politeOpening, toTheService, order }) =>
      toTheService.test(question.replace(politeOpening, '')) || order.test(question),
  );
}

/** Whether it is put to the service: "Can you tell me …?" is no question of yes and no. */
export function asksTheService(question: string): boolean {
  return AIMS.some(({ toTheService }) => toTheService.test(question));
}

/** Whether it is only said to be polite: "thanks!", "hello". */
export function isCourtesy(question: string): boolean {
  return COURTESY.test(question);
}

/** Whether it asks how things stand now, or which is first, last or most. */
export function asksForRankOrPresent(question: string): boolean {
  return RANK_OR_PRESENT.test(question);
}

import { QUESTION_FORMS, type QuestionForm } from '../../language/rules/answer-question-rules.js';
import { anyOf, type Matcher } from '../../language/any-of.js';
import { ANSWER_RULES } from '../answer-rules.js';

/** Tried in this order. */
const FORMS: readonly (readonly [QuestionForm, Matcher])[] = QUESTION_FORMS.flatMap((form) =>
  form === 'what' ? [] : [[form, anyOf(ANSWER_RULES.map(({ forms }) => forms[form]))] as const],
);

/** How a question asks, told from its words alone. */
export function questionForm(question: string): QuestionForm {
  return FORMS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'what';
}

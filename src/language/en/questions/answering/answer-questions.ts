import type { AnswerQuestionRules } from '../../../rules/answer-question-rules.js';
import { ASKS } from './asked-kinds.js';
import { HOLDS, NAMES_EVERYWHERE } from './held-kinds.js';
import { LEANING } from './leaning-openings.js';
import { AIM } from './question-aim.js';
import { FORMS } from './question-forms.js';

export const ANSWER_QUESTIONS: AnswerQuestionRules = {
  forms: FORMS,
  asks: ASKS,
  holds: HOLDS,
  namesEverywhere: NAMES_EVERYWHERE,
  aim: AIM,
  severalThings: /\b(?:and|or|both|as well as|each|compare)\b/iu,
  leaning: LEANING,
};

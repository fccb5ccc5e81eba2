import type { Language } from '../language.js';
import { CALENDAR } from './calendar.js';
import { CLAIMS } from './claims.js';
import { NUMBERS } from './numbers.js';
import { PROMPT_WORDS } from './prompt-words.js';
import { QUESTIONS } from './questions.js';

export const ENGLISH: Language = {
  tag: 'en',
  script: /\p{Script=Latin}/u,
  numbers: NUMBERS,
  calendar: CALENDAR,
  questions: QUESTIONS,
  claims: CLAIMS,
  prompts: PROMPT_WORDS,
};

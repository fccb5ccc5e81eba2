import type { Language } from '../language.js';
import { REMARKS } from './remarks.js';
import { CALENDAR } from './calendar.js';
import { CLAIMS } from './claims/claims.js';
import { LINES } from './lines.js';
import { NUMBERS } from './numbers.js';
import { PARTS } from './parts.js';
import { PHRASES } from './phrases.js';
import { PLACE_PHRASES } from './place-phrases.js';
import { PROMPT_WORDS } from './prompt-words.js';
import { QUESTIONS } from './questions/questions.js';
import { REPLIES } from './replies.js';
import { SENTENCES } from './sentences.js';
import { TITLES } from './titles.js';
import { WORDS } from './words.js';

export const ENGLISH: Language = {
  tag: 'en',
  script: /\p{Script=Latin}/u,
  modelNotices: {
    replaced:
      'Some of what the model wrote is not borne out by the texts: their own words stand in its ' +
      'place, in quotation marks.',
    omitted: 'The texts have nothing like some of what the model wrote: it is left out.',
    unjudged:
      'No one has checked what the model’s sentences mean, only their numbers and quotations.',
  },
  notice: 'The texts are in another language ({}) than the question; these are their own words.',
  words: WORDS,
  sentences: SENTENCES,
  numbers: NUMBERS,
  calendar: CALENDAR,
  parts: PARTS,
  titles: TITLES,
  lines: LINES,
  questions: QUESTIONS,
  claims: CLAIMS,
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  prompts: PROMPT_WORDS,
  remarks: REMARKS,
  sectionQuestion: 'What does the section “{heading}” say?',
  replies: REPLIES,
};

import type { Language } from '../language.js';
import { CLAIMS } from './claims.js';
import { PHRASES } from './phrases.js';
import { QUESTIONS } from './questions.js';

export const ENGLISH: Language = {
  tag: 'en',
  script: /\p{Script=Latin}/u,
  questions: QUESTIONS,
  claims: CLAIMS,
  phrases: PHRASES,
};

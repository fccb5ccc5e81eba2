import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { REFERENCES } from './references.js';

export const FRENCH: Language = {
  tag: 'fr',
  script: /\p{Script=Latin}/u,
  notice: 'Les textes sont dans une autre langue ({}) ; ce sont leurs propres mots.',
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
};

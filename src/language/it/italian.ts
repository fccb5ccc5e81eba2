import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { REFERENCES } from './references.js';

export const ITALIAN: Language = {
  tag: 'it',
  script: /\p{Script=Latin}/u,
  notice: 'I testi sono in un’altra lingua ({}); queste sono le loro parole.',
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
};

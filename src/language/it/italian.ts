import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';
import { REFERENCES } from './references.js';

export const ITALIAN: Language = {
  tag: 'it',
  script: /\p{Script=Latin}/u,
  notice: 'I testi sono in un’altra lingua ({}); queste sono le loro parole.',
  words: WORDS,
  sentences: SENTENCES,
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
  sectionQuestion: 'Che cosa dice la parte «{heading}»?',
};

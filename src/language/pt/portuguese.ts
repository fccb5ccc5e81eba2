import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';
import { REFERENCES } from './references.js';

export const PORTUGUESE: Language = {
  tag: 'pt',
  script: /\p{Script=Latin}/u,
  notice: 'Os textos estão noutra língua ({}); estas são as suas próprias palavras.',
  words: WORDS,
  sentences: SENTENCES,
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
  sectionQuestion: 'O que diz a parte «{heading}»?',
};

import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { REFERENCES } from './references.js';

export const PORTUGUESE: Language = {
  tag: 'pt',
  script: /\p{Script=Latin}/u,
  notice: 'Os textos estão noutra língua ({}); estas são as suas próprias palavras.',
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
};

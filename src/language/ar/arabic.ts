import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { REFERENCES } from './references.js';

export const ARABIC: Language = {
  tag: 'ar',
  script: /\p{Script=Arabic}/u,
  notice: 'النصوص بلغة أخرى ({})؛ وهذه كلماتها كما هي.',
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES } },
};

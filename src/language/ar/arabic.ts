import type { Language } from '../language.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';

export const ARABIC: Language = {
  tag: 'ar',
  script: /\p{Script=Arabic}/u,
  notice: 'النصوص بلغة أخرى ({})؛ وهذه كلماتها كما هي.',
  words: WORDS,
  sentences: SENTENCES,
};

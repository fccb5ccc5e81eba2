import type { Language } from '../language.js';
import { PHRASES } from './phrases.js';
import { WORDS } from './words.js';

export const CHINESE: Language = {
  tag: 'zh',
  script: /\p{Script=Han}/u,
  words: WORDS,
  phrases: PHRASES,
};

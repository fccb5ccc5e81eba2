import { stopwords } from '@orama/stopwords/japanese';
import type { WordRules } from '../language.js';

export const WORDS: WordRules = {
  stopWords: stopwords,
  unspaced: true,
  alsoBy: 'ideographs',
  // か and が are two letters.
  marksTellLetters: true,
};

import { stemmer } from '@orama/stemmers/russian';
import { stopwords } from '@orama/stopwords/russian';
import type { WordRules } from '../language.js';

export const WORDS: WordRules = {
  stopWords: stopwords.map((word) => word.replaceAll('ё', 'е')),
  // The breve of й is no accent: endings are told by it.
  marksTellLetters: true,
  sameLetters: [['ё', 'е']],
  stem: stemmer,
};

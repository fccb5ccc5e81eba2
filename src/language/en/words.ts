import { stemmer } from '@orama/stemmers/english';
import { stopwords } from '@orama/stopwords/english';
import type { WordRules } from '../language.js';
import { foldSpelling } from './spelling.js';

/** Words that frame a question without saying what it is about. */
const QUESTION_FRAME: readonly string[] = [
  'say',
  'says',
  'said',
  'saying',
  'tell',
  'tells',
  'told',
  'mention',
  'mentions',
  'mentioned',
  'describe',
  'describes',
  'described',
  'according',
  'accordance',
  'please',
  'explain',
  'anything',
  'something',
  'whose',
  'also',
  'exactly',
  'us',
  // As typed on a phone.
  'wat',
  'wot',
  'wats',
  'abt',
  'pls',
  'plz',
  'thx',
  'ur',
  'wanna',
];

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  mended: true,
  joining: ['and', 'or', 'to'],
  dropped: /(?<=\p{L})'s\b/gu,
  oneSpelling: foldSpelling,
  stem: (word) => stemmer(foldSpelling(word)),
};

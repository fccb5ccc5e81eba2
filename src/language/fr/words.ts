import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Words that frame a question without saying what it is about; the list was made for texts. */
const QUESTION_FRAME = listed('quoi quand comment pourquoi combien où peut doit dit dire');

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  // "l'État", "d'une", "qu'il".
  dropped: /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/gu,
  accentsTellEndings: true,
  stem: stemmer,
};

import { stemmer } from '@orama/stemmers/portuguese';
import { stopwords } from '@orama/stopwords/portuguese';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Words that frame a question without saying what it is about; the list was made for texts. */
const QUESTION_FRAME = listed(
  'sobre quais onde porque quanto quantos quantas é ser pode podem deve diz',
);

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  accentsTellEndings: true,
  stem: stemmer,
};

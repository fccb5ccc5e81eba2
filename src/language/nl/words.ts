import { stemmer } from '@orama/stemmers/dutch';
import { stopwords } from '@orama/stopwords/dutch';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Words that frame a question without saying what it is about; the list was made for texts. */
const QUESTION_FRAME = listed('wie wat welke welk waarom hoe hoeveel mag moet moeten staat zegt');

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  stem: stemmer,
};

import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Words that frame a question without saying what it is about; the list was made for texts. */
const QUESTION_FRAME = listed(
  'wer wann warum wen wem wessen wieso weshalb wohin woher wieviel darf gibt sagt steht',
);

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  joining: ['und', 'oder', 'bis', 'bzw'],
  stem: stemmer,
};

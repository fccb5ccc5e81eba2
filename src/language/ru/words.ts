import { stemmer } from '@orama/stemmers/russian';
import { stopwords } from '@orama/stopwords/russian';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Words that frame a question without saying what it is about; the list was made for texts. */
const QUESTION_FRAME = listed(
  'это эта эти почему какие каких какой сколько кому кого где гласит говорится',
);

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  // The breve of й is no accent: endings are told by it.
  marksTellLetters: true,
  sameLetters: [['ё', 'е']],
  joining: ['и', 'или', 'до'],
  stem: stemmer,
};

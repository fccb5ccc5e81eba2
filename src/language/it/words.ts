import { stemmer } from '@orama/stemmers/italian';
import { stopwords } from '@orama/stopwords/italian';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Words that frame a question without saying what it is about; the list was made for texts. */
const QUESTION_FRAME = listed('cosa quando quali può deve dice');

export const WORDS: WordRules = {
  stopWords: [...stopwords, ...QUESTION_FRAME],
  // "l'acqua", "dell'uomo", "un'altra".
  dropped: /(?<!\p{L})(?:[cdlmnstv]|un|(?:[ds]?a|de|ne|su|que|co)ll|quest|tutt)'(?=\p{L})/gu,
  accentsTellEndings: true,
  stem: stemmer,
};

import { stemmer } from '@orama/stemmers/arabic';
import { stopwords } from '@orama/stopwords/arabic';
import type { WordRules } from '../language.js';
import { listed } from '../listed.js';

/** Of the list, which was made from news, those that legal texts are about. */
const CONTENT = new Set(
  listed('قوة سنة سنوات عام عاما عدد زيارة شخصا لقاء للامم اعادة اعلنت حاليا يوم ايام صفر'),
);
/** Words that frame a question without saying what it is about. */
const QUESTION_FRAME = listed('لماذا ولماذا هل كم أين متى كيف ماذا يقول تقول ينص تنص يجب يجوز');
/** "and", which is written as one with the next word. */
const AND = /^و(?=\p{L}{3})/u;
/** The article, and a preposition that is written as one with it; the stemmer leaves some. */
const ARTICLE = /^(?:[فبك]?ال|لل)(?=\p{L}{3})/u;

export const WORDS: WordRules = {
  stopWords: [...stopwords.filter((word) => !CONTENT.has(word)), ...QUESTION_FRAME],
  sameLetters: [['ى', 'ي']],
  // A stroke that makes words longer.
  dropped: /\u0640/gu,
  stem: (word) => stemmer(word.replace(AND, '').replace(ARTICLE, '')),
};

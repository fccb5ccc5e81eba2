import type { Language } from '../language.js';
import { REMARKS } from './remarks.js';
import { DOCUMENT_NAMES } from './document-names.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { PARTS } from './parts.js';
import { PHRASES } from './phrases.js';
import { REPLIES } from './replies.js';
import { SENTENCES } from './sentences.js';
import { PLACE_PHRASES } from './place-phrases.js';
import { REFERENCES } from './references.js';
import { WORDS } from './words.js';

export const RUSSIAN: Language = {
  tag: 'ru',
  script: /\p{Script=Cyrillic}/u,
  modelNotices: {
    replaced:
      'Часть написанного моделью не подтверждается текстами: вместо неё в кавычках стоят слова самих текстов.',
    omitted: 'Кое-чему из написанного моделью в текстах ничего не соответствует: это опущено.',
    unjudged: 'Смысл предложений модели не проверен, только числа и цитаты.',
  },
  notice: 'Язык текстов другой ({}); ниже приведены их собственные слова.',
  words: WORDS,
  sentences: SENTENCES,
  parts: PARTS,
  questions: {
    retrieval: { references: REFERENCES, followUps: FOLLOW_UPS, documentNames: DOCUMENT_NAMES },
  },
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  remarks: REMARKS,
  sectionQuestion: 'Что сказано в разделе «{heading}»?',
  replies: REPLIES,
};

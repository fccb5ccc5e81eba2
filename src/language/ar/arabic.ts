import type { Language } from '../language.js';
import { REMARKS } from './remarks.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { PLACE_PHRASES } from './place-phrases.js';
import { PARTS } from './parts.js';
import { PHRASES } from './phrases.js';
import { SENTENCES } from './sentences.js';
import { WORDS } from './words.js';
import { REFERENCES } from './references.js';
import { REPLIES } from './replies.js';

export const ARABIC: Language = {
  tag: 'ar',
  script: /\p{Script=Arabic}/u,
  modelNotices: {
    replaced: 'بعض ما كتبه النموذج لا تؤيده النصوص، وقد وُضعت كلماتها نفسها مكانه بين علامتي تنصيص.',
    omitted: 'ليس في النصوص ما يشبه بعض ما كتبه النموذج، فحُذف.',
    unjudged: 'لم يُتحقق من معنى جمل النموذج، بل من الأرقام والاقتباسات فقط.',
  },
  notice: 'النصوص بلغة أخرى ({})؛ وهذه كلماتها كما هي.',
  parts: PARTS,
  words: WORDS,
  sentences: SENTENCES,
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  questions: { retrieval: { references: REFERENCES, followUps: FOLLOW_UPS } },
  remarks: REMARKS,
  replies: REPLIES,
  sectionQuestion: 'ماذا يقول القسم «{heading}»؟',
};

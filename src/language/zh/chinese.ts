import type { Language } from '../language.js';
import { REMARKS } from './remarks.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { PARTS } from './parts.js';
import { PHRASES } from './phrases.js';
import { PLACE_PHRASES } from './place-phrases.js';
import { REFERENCES } from './references.js';
import { REPLIES } from './replies.js';
import { WORDS } from './words.js';

export const CHINESE: Language = {
  tag: 'zh',
  script: /\p{Script=Han}/u,
  modelNotices: {
    replaced: '模型写的部分内容没有文本依据，已用引号中的原文代替。',
    omitted: '模型写的部分内容在文本中找不到相应之处，已略去。',
    unjudged: '模型所写句子的含义未经核对，只核对了数字和引文。',
  },
  notice: '文本使用的是另一种语言（{}）；以下引用的是原文。',
  parts: PARTS,
  questions: { retrieval: { references: REFERENCES, followUps: FOLLOW_UPS } },
  words: WORDS,
  phrases: PHRASES,
  placePhrases: PLACE_PHRASES,
  remarks: REMARKS,
  sectionQuestion: '“{heading}”这一部分说了什么？',
  replies: REPLIES,
};

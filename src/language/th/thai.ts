import type { Language } from '../language.js';
import { WORDS } from './words.js';

export const THAI: Language = {
  tag: 'th',
  script: /\p{Script=Thai}/u,
  notice: 'เอกสารเป็นภาษาอื่น ({}) ที่ต่างจากคำถาม ข้อความต่อไปนี้เป็นถ้อยคำของเอกสารเอง',
  words: WORDS,
};

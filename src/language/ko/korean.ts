import type { Language } from '../language.js';
import { WORDS } from './words.js';

export const KOREAN: Language = {
  tag: 'ko',
  script: /\p{Script=Hangul}/u,
  notice: '문서는 질문과 다른 언어({})로 되어 있습니다. 아래는 원문 그대로입니다.',
  words: WORDS,
};

import type { Language } from '../language.js';
import { PARTS } from './parts.js';
import { WORDS } from './words.js';

export const JAPANESE: Language = {
  tag: 'ja',
  script: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/u,
  notice: '文書は質問とは別の言語（{}）で書かれています。以下は原文のままです。',
  parts: PARTS,
  words: WORDS,
};

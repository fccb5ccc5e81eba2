import type { Language } from '../language.js';

export const CHINESE: Language = { tag: 'zh', script: /\p{Script=Han}/u };

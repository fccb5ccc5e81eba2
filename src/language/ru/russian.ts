import type { Language } from '../language.js';

export const RUSSIAN: Language = { tag: 'ru', script: /\p{Script=Cyrillic}/u };

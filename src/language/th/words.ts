import type { WordRules } from '../language.js';

export const WORDS: WordRules = { stopWords: [], unspaced: true, marksTellLetters: true };

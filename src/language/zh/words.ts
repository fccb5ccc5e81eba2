import type { WordRules } from '../language.js';

export const WORDS: WordRules = { stopWords: [], byPairs: true };

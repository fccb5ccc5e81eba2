import type { WordRules } from '../language.js';

/** Particles are written as one with their word: pairs of syllables find it with any of them. */
export const WORDS: WordRules = { stopWords: [], alsoBy: 'pairs' };

import { KEEPING_PHRASES as ARABIC } from './ar/keeping-phrases.js';
import { KEEPING_PHRASES as ENGLISH } from './en/keeping-phrases.js';
import { KEEPING_PHRASES as SPANISH } from './es/keeping-phrases.js';
import { KEEPING_PHRASES as FRENCH } from './fr/keeping-phrases.js';
import type { KeepingPhrases } from './rules/keeping-phrases.js';
import { KEEPING_PHRASES as RUSSIAN } from './ru/keeping-phrases.js';
import { KEEPING_PHRASES as CHINESE } from './zh/keeping-phrases.js';

/** Said where nobody speaks the visitor's language. */
export const COMMON_KEEPING_PHRASES: KeepingPhrases = ENGLISH;

/** As `SPOKEN`, apart from it: the widget loads these when somebody wants them. */
export const SPOKEN_KEEPING: ReadonlyMap<string, KeepingPhrases> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
  ['zh', CHINESE],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ar', ARABIC],
]);

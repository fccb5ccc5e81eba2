import { LATE_PHRASES as ARABIC } from './ar/late-phrases.js';
import { LATE_PHRASES as GERMAN } from './de/late-phrases.js';
import { LATE_PHRASES as ENGLISH } from './en/late-phrases.js';
import { LATE_PHRASES as SPANISH } from './es/late-phrases.js';
import { LATE_PHRASES as FRENCH } from './fr/late-phrases.js';
import type { LatePhrases } from './rules/late-phrases.js';
import { LATE_PHRASES as RUSSIAN } from './ru/late-phrases.js';
import { LATE_PHRASES as CHINESE } from './zh/late-phrases.js';

/** Said where nobody speaks the visitor's language. */
export const COMMON_LATE_PHRASES: LatePhrases = ENGLISH;

/** As `SPOKEN`, apart from it: the widget loads these when somebody wants them. */
export const SPOKEN_LATE: ReadonlyMap<string, LatePhrases> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
  ['zh', CHINESE],
  ['fr', FRENCH],
  ['de', GERMAN],
  ['es', SPANISH],
  ['ar', ARABIC],
]);

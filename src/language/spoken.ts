import { PHRASES as ARABIC } from './ar/phrases.js';
import { PHRASES as GERMAN } from './de/phrases.js';
import { PHRASES as ENGLISH } from './en/phrases.js';
import { PHRASES as SPANISH } from './es/phrases.js';
import { PHRASES as FRENCH } from './fr/phrases.js';
import type { Phrases } from './rules/phrases.js';
import { PHRASES as RUSSIAN } from './ru/phrases.js';
import { PHRASES as CHINESE } from './zh/phrases.js';

/** Said where nobody speaks the visitor's language. */
export const COMMON_PHRASES: Phrases = ENGLISH;

/**
 * The languages that the product speaks, by their tags. A list beside the languages themselves: the
 * widget has these phrases in it, and no rule of any language.
 */
export const SPOKEN: ReadonlyMap<string, Phrases> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
  ['zh', CHINESE],
  ['fr', FRENCH],
  ['de', GERMAN],
  ['es', SPANISH],
  ['ar', ARABIC],
]);

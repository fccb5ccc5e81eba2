import { ARABIC } from './ar/arabic.js';
import { GERMAN } from './de/german.js';
import { ENGLISH } from './en/english.js';
import { SPANISH } from './es/spanish.js';
import { FRENCH } from './fr/french.js';
import { ITALIAN } from './it/italian.js';
import { JAPANESE } from './ja/japanese.js';
import { DUTCH } from './nl/dutch.js';
import { KOREAN } from './ko/korean.js';
import type { Language } from './language.js';
import { PORTUGUESE } from './pt/portuguese.js';
import { RUSSIAN } from './ru/russian.js';
import { THAI } from './th/thai.js';
import { CHINESE } from './zh/chinese.js';

/**
 * Every language that the product knows something of. A new one is a folder and its line here;
 * one that the product also speaks has a second line in `spoken.ts`. Of
 * two that are written in one script, the first is meant where nothing tells them apart.
 */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  RUSSIAN,
  CHINESE,
  ARABIC,
  JAPANESE,
  KOREAN,
  THAI,
];

/** What each language that has such rules knows, in the order of {@link LANGUAGES}. */
export function rulesOf<Part extends keyof Language>(part: Part): NonNullable<Language[Part]>[] {
  return LANGUAGES.flatMap((language) => language[part] ?? []);
}

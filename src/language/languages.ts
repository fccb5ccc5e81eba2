import { ENGLISH } from './en/english.js';
import type { Language } from './language.js';
import { RUSSIAN } from './ru/russian.js';
import { CHINESE } from './zh/chinese.js';

/** Every language that the product knows something of. A new one is a folder and its line here. */
export const LANGUAGES: readonly Language[] = [ENGLISH, RUSSIAN, CHINESE];

/** What each language that has such rules knows, in the order of {@link LANGUAGES}. */
export function rulesOf<Part extends keyof Language>(part: Part): NonNullable<Language[Part]>[] {
  return LANGUAGES.flatMap((language) => language[part] ?? []);
}

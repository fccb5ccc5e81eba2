import { PAGE_PHRASES as ARABIC } from './ar/page-phrases.js';
import { PAGE_PHRASES as GERMAN } from './de/page-phrases.js';
import { PAGE_PHRASES as ENGLISH } from './en/page-phrases.js';
import { PAGE_PHRASES as SPANISH } from './es/page-phrases.js';
import { PAGE_PHRASES as FRENCH } from './fr/page-phrases.js';
import { PAGE_PHRASES as RUSSIAN } from './ru/page-phrases.js';
import { PAGE_PHRASES as CHINESE } from './zh/page-phrases.js';
import type { PagePhrases } from './rules/page-phrases.js';

/** What the home page says, in every language of `SPOKEN`; the first where a visitor has none of them. */
export const SPOKEN_ON_PAGES: ReadonlyMap<string, PagePhrases> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
  ['zh', CHINESE],
  ['fr', FRENCH],
  ['de', GERMAN],
  ['es', SPANISH],
  ['ar', ARABIC],
]);

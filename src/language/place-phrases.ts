import { PLACE_PHRASES as ENGLISH } from './en/place-phrases.js';
import { LANGUAGES } from './languages.js';
import type { PlacePhrases } from './rules/place-phrases.js';

/** In the language of this tag, else in English. */
export function placePhrasesIn(tag: string): PlacePhrases {
  return LANGUAGES.find((language) => language.tag === tag)?.placePhrases ?? ENGLISH;
}

/** A phrase with what is put in for its names in braces. */
export function filled(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (braced, name: string) => values[name] ?? braced);
}

import { normalizeForSearch } from '../../language/normalize.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { MAX_PHRASES, MIN_PHRASE_WORDS } from '../settings.js';
import { withoutEnd } from '../../language/end-of.js';

/**
 * Phrases in double quotes, straight or curly, in the form in which texts are searched, lower case,
 * at most five.
 */
export function quotedPhrases(question: string): string[] {
  const quoted = [...normalizeForSearch(question).matchAll(/"([^"]+)"/gu)].map(
    (match) => match[1] ?? '',
  );
  const phrases = quoted
    .map((phrase) => withoutEnd(phrase.replace(/^[\s.,;:?!]+/u, ''), /[\s.,;:?!]/u).toLowerCase())
    .filter((phrase) => phrase.split(' ').length >= MIN_PHRASE_WORDS);
  return [...new Set(phrases)].slice(0, MAX_PHRASES);
}

/**
 * Whether the paragraph holds the phrase word for word; case, quotes, dashes and line breaks do not
 * count.
 */
export function holdsPhrase({ paragraph }: IndexedParagraph, phrase: string): boolean {
  return normalizeForSearch(paragraph.text).toLowerCase().includes(phrase);
}

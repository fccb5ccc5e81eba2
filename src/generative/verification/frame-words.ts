import { stem, terms } from '../../language/tokenize.js';
import { claimWords } from '../claim-words.js';
import { isStanceWord } from './polarity.js';

/** Stems. What reports and links: a claim is not made of it, and may have it. */
const FRAME: ReadonlySet<string> = new Set(
  [...claimWords((rules) => rules.frameWords)].flatMap((word) => terms(word)),
);

/**
 * Whether a word or its stem says nothing that would have to stand in a source; what stance it
 * takes is checked apart.
 */
export function isFrameWord(word: string): boolean {
  return isStanceWord(word) || FRAME.has(word) || FRAME.has(stem(word));
}

import { isStopWord, stem, words } from '../language/tokenize.js';
import { PROMPT_WORDS } from '../prompting/prompt-words.js';
import type { NumberedSentence } from './numbered-evidence.js';

const NUMBER = /^\p{N}+$/u;

/**
 * Whether words name a place in the texts that a model was shown, and say nothing of it: an entry of
 * a list of sources.
 */
export function namesSource(text: string, evidence: readonly NumberedSentence[]): boolean {
  const places = evidence.flatMap(({ paragraph: { document } }) => [
    document.title,
    document.place ?? '',
  ]);
  const said = words(text).filter((word) => !isStopWord(word) && !NUMBER.test(word));
  if (said.length === 0 || places.length === 0) return false;
  const known = new Set(
    [...new Set(places), PROMPT_WORDS.text, PROMPT_WORDS.paragraph].flatMap(words).map(stem),
  );
  return said.every((word) => known.has(stem(word)));
}

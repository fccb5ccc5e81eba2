import { isStopWord, stem, words } from '../language/tokenize.js';
import { rulesOf } from '../language/languages.js';
import { PROMPT_WORDS } from '../prompting/prompt-words.js';
import type { NumberedSentence } from './numbered-evidence.js';
import { listsSources } from './source-nouns.js';

const NUMBER = /^\p{N}+$/u;

/** What parts of a text are called, in any language. */
const PART = new RegExp(
  `^(?:${rulesOf('parts')
    .flatMap(({ divisions, provisions }) => [
      ...Object.values(divisions),
      ...Object.values(provisions),
    ])
    .join('|')})$`,
  'iu',
);

/**
 * Whether words name a place in the texts that a model was shown, and say nothing of it: an entry of
 * a list of sources.
 */
export function namesSource(text: string, evidence: readonly NumberedSentence[]): boolean {
  const places = evidence.flatMap(({ paragraph: { document } }) => [
    document.title,
    document.place ?? '',
  ]);
  const isListed = listsSources(text);
  const named = isListed ? text.replace(/^[^:：]*[:：]/u, '') : text;
  const said = words(named).filter((word) => !isStopWord(word) && !NUMBER.test(word));
  if (said.length === 0 || places.length === 0) return false;
  const known = new Set(
    [...new Set(places), PROMPT_WORDS.text, PROMPT_WORDS.paragraph].flatMap(words).map(stem),
  );
  return said.every((word) => known.has(stem(word)) || (isListed && PART.test(word)));
}

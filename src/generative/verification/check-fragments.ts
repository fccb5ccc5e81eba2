import { isStopWord, stem, words } from '../../language/tokenize.js';
import type { Check } from './check.js';
import { sharesPrefix } from './shared-prefix.js';

/** Words; more can be read. */
const MAX_WORDS = 3;

/**
 * A few words that are no sentence have a language and a meaning as one likes: at least one of them
 * stands in what they cite.
 */
export const checkFragments: Check = ({ text }, cited) => {
  if (!isFragment(text)) return undefined;
  const known = words([cited.text, ...cited.quotable].join('\n')).map(stem);
  return tellingStems(text).some((word) =>
    known.some((other) => word === other || sharesPrefix(word, other)),
  )
    ? undefined
    : 'name';
};

/** Whether it is a few words of which one tells something: "Yes" and its kin are none. */
export function isFragment(text: string): boolean {
  return words(text).length <= MAX_WORDS && tellingStems(text).length > 0;
}

function tellingStems(text: string): string[] {
  return words(text)
    .filter((word) => !isStopWord(word))
    .map(stem);
}

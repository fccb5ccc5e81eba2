import { isStopWord, stem, words } from '../language/tokenize.js';
import { NUMBER_WORDS } from './verification/number-words.js';
import { sharesPrefix } from './verification/shared-prefix.js';

/**
 * Share of the words of an announcement that need not stand anywhere ("They do three things:"); one of
 * several always.
 */
const MAX_UNKNOWN = 1 / 3;
const NUMBER = /^\p{N}+$/u;

/** How many of the words of a text tell something and are none of the given texts' own. */
export function unknownWords(text: string, known: readonly string[]): number {
  const stems = [...new Set(known.flatMap(words).map(stem))];
  return words(text).filter(
    (word) =>
      !isStopWord(word) &&
      !NUMBER.test(word) &&
      !NUMBER_WORDS.has(word) &&
      !stems.some((other) => other === stem(word) || sharesPrefix(stem(word), other)),
  ).length;
}

/**
 * Whether what stands over sentences is made of known words: nobody reads it by itself, so that it is
 * no place for words of somebody else. A heading has no others.
 */
export function isKnownLead(
  { text, announces }: { readonly text: string; readonly announces: boolean },
  known: readonly string[],
): boolean {
  const unknown = unknownWords(text, known);
  const count = words(text).length;
  const most = announces ? Math.max(count > 1 ? 1 : 0, MAX_UNKNOWN * count) : 0;
  return unknown <= most;
}

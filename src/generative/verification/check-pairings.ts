import { isStopWord, stem, words } from '../../language/tokenize.js';
import { CLAIM_RULES } from '../claim-words.js';
import type { Check } from './check.js';
import { enumerationsIn } from './enumerations.js';
import { sharesPrefix } from './shared-prefix.js';

/** Something of a sentence that belongs to one name of it and to no other. */
interface Pair {
  /** Stems. */
  readonly name: ReadonlySet<string>;
  readonly belongings: ReadonlySet<string>;
}

/** Pairs of one sentence; one with more is a list of references. */
const MAX_PAIRS = 30;
const RESPECTIVELY = CLAIM_RULES.map(({ lists }) => lists.respectively);
const BRACKETS = /\(([^()]*)\)/gu;
/** A short form in brackets is no name of its own. */
const NAME = /^\p{Lu}[\p{L}\s’'-]*\p{Ll}$/u;

/**
 * What a claim says beside the names of a sentence is what that sentence gives to those names, and
 * not to others.
 */
export const checkPairings: Check = ({ stated: { text: claim } }, { text: source }) => {
  const stated = [...stemsOf(claim)];
  const stands = source
    .split('\n')
    .flatMap((sentence) => [bracketed(sentence), respective(sentence)])
    .every((pairs) => {
      const named = pairs.filter((pair) =>
        [...own(pair, pairs, 'name')].some((part) =>
          stated.some((word) => word === part || sharesPrefix(word, part)),
        ),
      );
      if (named.length === 0) return true;
      return pairs.every(
        (pair) =>
          named.includes(pair) ||
          ![...own(pair, pairs, 'belongings')].some((part) => stated.includes(part)),
      );
    });
  return stands ? undefined : 'name';
};

/** What of a pair no other pair has. */
function own(pair: Pair, pairs: readonly Pair[], side: keyof Pair): Set<string> {
  const others = pairs.filter((other) => other !== pair);
  return new Set(
    [...pair[side]].filter(
      (part) => !others.some((other) => other.name.has(part) || other.belongings.has(part)),
    ),
  );
}

/** "… a centre in Dushanbe (Tajikistan), a centre in Tashkent (Russia)". */
function bracketed(sentence: string): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (const { 0: brackets, 1: name = '', index } of sentence.matchAll(BRACKETS)) {
    if (!NAME.test(name)) continue;
    const before = sentence.slice(from, index);
    pairs.push({
      name: stemsOf(name),
      belongings: stemsOf(before.slice(before.lastIndexOf(':') + 1)),
    });
    from = index + brackets.length;
  }
  return pairs.length > 1 && pairs.length <= MAX_PAIRS ? pairs : [];
}

/** "A and B … in 1996 and 1997 respectively": the two last enumerations that have as many items. */
function respective(sentence: string): Pair[] {
  const end = Math.max(...RESPECTIVELY.map((pattern) => sentence.search(pattern)));
  if (end < 0) return [];
  const enumerations = enumerationsIn(sentence.slice(0, end));
  const last = enumerations.pop() ?? [];
  const names = enumerations.findLast(({ length }) => length === last.length) ?? [];
  return names.map((name, i) => ({ name: stemsOf(name), belongings: stemsOf(last[i] ?? '') }));
}

function stemsOf(text: string): Set<string> {
  return new Set(
    words(text)
      .filter((word) => word.length > 1 && !isStopWord(word))
      .map(stem),
  );
}

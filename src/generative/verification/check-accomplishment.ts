import { stem, words } from '../../language/tokenize.js';
import { CLAIM_RULES, claimPattern, claimWords } from '../claim-words.js';
import type { Check } from './check.js';
import { isFrameWord } from './frame-words.js';

const FINISHED = claimWords(({ accomplishment }) => accomplishment.finished);
const UNFINISHED = claimWords(({ accomplishment }) => accomplishment.unfinished);
const WANTED = claimWords(({ accomplishment }) => accomplishment.wanted);
const NEAR_ONLY = claimWords(({ accomplishment }) => accomplishment.nearOnly);
/**
 * Deeds of which texts speak as wishes first: said to be done, something must say that anything
 * was.
 */
const DEEDS = claimWords(({ accomplishment }) => accomplishment.deeds);
const IN_BASE_FORM = claimWords(({ accomplishment }) => accomplishment.deedsInBaseForm);
const REGULAR_PAST = claimPattern(({ accomplishment }) => accomplishment.past);
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  CLAIM_RULES.flatMap(({ accomplishment }) => accomplishment.irregularPast),
);
/** Words that may stand between the two: "have since been fully approved". */
const MAX_BETWEEN = 3;
/** Letters; shorter stems are too often the beginning of another word. */
const MIN_STEM = 3;

interface Use {
  readonly word: string;
  /** The stem of its present: "elected" and "elect" have one. */
  readonly root: string;
  /** `finished`: "was adopted"; `unfinished`: "will be adopted", "to adopt"; else `open`. */
  readonly kind: 'finished' | 'unfinished' | 'open';
  /** It has the form of the past, or of a participle. */
  readonly past: boolean;
}

/** A claim says to be done only what the source does not just want, plan or call for. */
export const checkAccomplishment: Check = ({ stated: { text: claim } }, { text: source }) => {
  const known = usesOf(source, { elliptic: false });
  const anyDone =
    words(source).some((word) => FINISHED.has(word)) ||
    known.some(({ word, kind }) => DEEDS.has(word) && kind !== 'unfinished');
  const stands = usesOf(claim, { elliptic: true }).every(({ word, root, kind, past }) => {
    if (!past || kind === 'unfinished') return true;
    const same = known.filter((use) => isSameVerb(use.root, root));
    // Reports have any tense: "called for" is "call for", but "promoted" is not "will promote".
    if (isFrameWord(word) && !DEEDS.has(word)) {
      return same.length === 0 || same.some((use) => use.kind !== 'unfinished');
    }
    if (same.length === 0) return kind === 'open' || !DEEDS.has(word) || anyDone;
    return same.some((use) =>
      use.past ? use.kind !== 'unfinished' : kind === 'open' && use.kind === 'open',
    );
  });
  return stands ? undefined : 'turned';
};

function usesOf(text: string, { elliptic }: { readonly elliptic: boolean }): Use[] {
  const all = words(text);
  return all.map((word, at) => {
    const past = REGULAR_PAST.test(word) || IRREGULAR.has(word) || DEEDS.has(word);
    const notDone = past && !IN_BASE_FORM.has(word) ? UNFINISHED : WANTED;
    const near = all
      .slice(Math.max(0, at - MAX_BETWEEN), at)
      .findLast((other) => FINISHED.has(other) || notDone.has(other));
    // "Contacts should be expanded and experience shared."
    const before =
      near ??
      (elliptic && past
        ? all.slice(0, at).find((other) => WANTED.has(other) && !NEAR_ONLY.has(other))
        : undefined);
    return {
      word,
      root: stem(IRREGULAR.get(word) ?? word),
      past,
      kind: before === undefined ? 'open' : FINISHED.has(before) ? 'finished' : 'unfinished',
    };
  });
}

/** "Elect" and "election", whose stem is "elec". */
function isSameVerb(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_STEM && long.startsWith(short) && long.length - short.length <= 1;
}

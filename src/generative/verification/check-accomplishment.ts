import { stem, words } from '../../language/tokenize.js';
import { isFrameWord } from './frame-words.js';

const FINISHED = /^(?:has|have|had|was|were|been)$/u;
/** Before a participle these say that it is, will or may be so, not that it was. */
const UNFINISHED = /^(?:be|being|is|are)$/u;
/** Before another form of a verb. */
const WANTED = /^(?:will|would|shall|should|must|may|might|can|could|to)$/u;
/** Words that may stand between the two: "have since been fully approved". */
const MAX_BETWEEN = 3;
/**
 * Deeds of which texts speak as wishes first: said to be done, something must say that anything
 * was.
 */
const DEED =
  /^(?:set|established|created|founded|formed|opened|launched|adopted|approved|elected|built|named|announced|signed|entered|become|introduced|achieved|overcome|completed|begun|started|ended|abolished|closed|destroyed|resolved|appointed|joined|settled|solved|expanded|improved|strengthened|increased|decreased|transformed|ratified)$/u;
/** Deeds that have this form before they are done too. */
const BASE_TOO = /^(?:set|become)$/u;
/** Past forms that do not end in "-ed", beside their present. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['held', 'hold'],
  ['built', 'build'],
  ['became', 'become'],
  ['began', 'begin'],
  ['begun', 'begin'],
  ['gave', 'give'],
  ['given', 'give'],
  ['made', 'make'],
  ['took', 'take'],
  ['taken', 'take'],
  ['chosen', 'choose'],
  ['chose', 'choose'],
]);

/** Shorter stems are too often the beginning of another word. */
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

/** Whether a claim says to be done only what the source does not just want, plan or call for. */
export function doneStands(claim: string, source: string): boolean {
  const known = usesOf(source, { elliptic: false });
  const anyDone =
    words(source).some((word) => FINISHED.test(word)) ||
    known.some(({ word, kind }) => DEED.test(word) && kind !== 'unfinished');
  return usesOf(claim, { elliptic: true }).every(({ word, root, kind, past }) => {
    if (!past || kind === 'unfinished') return true;
    const same = known.filter((use) => isSameVerb(use.root, root));
    // Reports have any tense: "called for" is "call for", but "promoted" is not "will promote".
    if (isFrameWord(word) && !DEED.test(word)) {
      return same.length === 0 || same.some((use) => use.kind !== 'unfinished');
    }
    if (same.length === 0) return kind === 'open' || !DEED.test(word) || anyDone;
    return same.some((use) =>
      use.past ? use.kind !== 'unfinished' : kind === 'open' && use.kind === 'open',
    );
  });
}

function usesOf(text: string, { elliptic }: { readonly elliptic: boolean }): Use[] {
  const all = words(text);
  return all.map((word, at) => {
    const past = /\p{L}{2}ed$/u.test(word) || IRREGULAR.has(word) || DEED.test(word);
    const markers = past && !BASE_TOO.test(word) ? [FINISHED, UNFINISHED] : [FINISHED, WANTED];
    const near = all
      .slice(Math.max(0, at - MAX_BETWEEN), at)
      .findLast((other) => markers.some((marker) => marker.test(other)));
    // "Contacts should be expanded and experience shared."
    const before =
      near ??
      (elliptic && past
        ? all.slice(0, at).find((other) => WANTED.test(other) && other !== 'to')
        : undefined);
    return {
      word,
      root: stem(IRREGULAR.get(word) ?? word),
      past,
      kind: before === undefined ? 'open' : FINISHED.test(before) ? 'finished' : 'unfinished',
    };
  });
}

/** "Elect" and "election", whose stem is "elec". */
function isSameVerb(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_STEM && long.startsWith(short) && long.length - short.length <= 1;
}

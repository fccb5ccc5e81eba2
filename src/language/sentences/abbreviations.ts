/** What a word with a full stop says about the end of a sentence. */
export type Abbreviation =
  /** Stands before a name or a word: "Mr.", "e.g.". A sentence never ends with it. */
  | 'before-word'
  /**
   * Stands before a number: "No. 5"; before anything else it is a word of its own, or ends a
   * sentence.
   */
  | 'before-number'
  /** May end a sentence: "U.S.", "Ltd."; it does where the next word begins one. */
  | 'either';

function entries(kind: Abbreviation, words: string): readonly (readonly [string, Abbreviation])[] {
  return words.split(' ').map((word) => [word, kind]);
}

const BEFORE_WORD =
  'mr mrs ms messrs mx dr prof st ste gen sen rep hon rev gov amb lt col capt sgt maj cmdr adm pres mgr msgr h.e h.h e.g i.e cf vs viz resp approx ca incl excl esp eds al dipl rt bros mt ft';
const BEFORE_NUMBER =
  'no nos nr art arts p pp para paras par vol vols ch chap chaps sec secs sect fig figs res doc docs add ser op cl pt pts ref refs reg regs lit ann app tel fax ext item items n nn col cols ed c';
const EITHER =
  'jr sr inc ltd co corp llc bros dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m am pm approx ph.d m.a b.a etc';

const KNOWN: ReadonlyMap<string, Abbreviation> = new Map([
  ...entries('either', EITHER),
  ...entries('before-number', BEFORE_NUMBER),
  ...entries('before-word', BEFORE_WORD),
]);

/**
 * Only with a capital: "Gen. Assembly" but "the rep. left", "St. Petersburg" but "the 1 st. of".
 */
const CAPITAL_ONLY: ReadonlySet<string> = new Set(
  'st ste gen sen rep hon rev gov amb col maj pres mt ft rt hon capt adm'.split(' '),
);

/** Judges the word before a full stop, given without the stop. */
export function abbreviationOf(word: string): Abbreviation | undefined {
  // An initial: "K. Zatulin", "J.F. Kennedy"; with more stops in it an acronym: "U.S.",
  // "U.N.E.S.C.O.".
  if (/^\p{Lu}$/u.test(word)) return 'before-word';
  const lower = word.toLowerCase();
  const known = KNOWN.get(lower);
  if (known !== undefined && (!CAPITAL_ONLY.has(lower) || word !== lower)) return known;
  return /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word) ? 'either' : undefined;
}

const STARTERS: ReadonlySet<string> = new Set(
  'the this these those it they we he she i you there here in on at by for from with as an a to and but or nor if when while where since after before all each every no any our their its his her such both many most some however moreover furthermore therefore nevertheless thus also member states heads participants'.split(
    ' ',
  ),
);

/** The word begins sentences more often than it follows an abbreviation. */
export function beginsSentences(word: string): boolean {
  return STARTERS.has(word.toLowerCase());
}

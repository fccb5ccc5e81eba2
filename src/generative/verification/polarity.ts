import { isStopWord, stem, words } from '../../language/tokenize.js';
import { CLAIM_RULES, claimPattern, claimWords } from '../claim-words.js';

/**
 * How a text stands to what it names: says it, is for it, denies it, is against it, or tells of
 * what counters it.
 */
export type Stance = 'said' | 'for' | 'denied' | 'against' | 'countered';

/** Words in a row to which a text takes one stance. */
export interface Stretch {
  readonly stance: Stance;
  /** Stems, stop words left out. */
  readonly stems: readonly string[];
}

const DENYING = claimWords(({ polarity }) => polarity.denying);
const SOMETIMES_AGAINST = claimWords(({ polarity }) => polarity.sometimesAgainst);
const AGAINST = claimPattern(({ polarity }) => polarity.against);
const COUNTERING = claimPattern(({ polarity }) => polarity.countering);
const IN_FAVOUR = claimPattern(({ polarity }) => polarity.inFavour);
const NEGATED_WORD = claimPattern(({ polarity }) => polarity.negatedWord);
const PLAIN_WORDS = CLAIM_RULES.flatMap(({ polarity }) => polarity.plainWords);
const COMMAS_IN_LISTS = CLAIM_RULES.map(({ polarity }) => polarity.commaInList);
const CLAUSE_ENDS = CLAIM_RULES.map(({ polarity }) => polarity.clauseEnd);
/** Words that a denial or a stance reaches, unless the clause ends before. */
const REACH = 8;
/** What a text says, stretch by stretch. */
export function stretches(text: string): Stretch[] {
  const joined = COMMAS_IN_LISTS.reduce(
    (some, comma) => some.replace(comma, ' '),
    withPlainWords(text),
  );
  return CLAUSE_ENDS.reduce(
    (clauses, end) => clauses.flatMap((clause) => clause.split(end)),
    [joined],
  ).flatMap(stretchesOf);
}

function stretchesOf(clause: string): Stretch[] {
  const found: { stance: Stance; stems: string[] }[] = [];
  let current: { stance: Stance; stems: string[] } = { stance: 'said', stems: [] };
  found.push(current);
  for (const word of words(clause)) {
    const turned = turn(word, current.stance);
    if (turned !== undefined || current.stems.length >= REACH) {
      found.push((current = { stance: turned ?? 'said', stems: [] }));
    }
    if (turned === undefined && !isStopWord(word)) current.stems.push(rootOf(word));
  }
  const filled = found.filter(({ stems }) => stems.length > 0);
  const before = filled.at(-1);
  // "The use of force is inadmissible": nothing comes after, so what came before is meant.
  if (current.stems.length === 0 && before !== undefined) before.stance = current.stance;
  return filled;
}

/** Of "adoption" the stem is "adop", so the "t" of "adopt" goes too. */
const LAST_T = /(?<=.{4})t$/u;

function rootOf(word: string): string {
  return stem(word).replace(LAST_T, '');
}

/** Whether a word, or its stem, is for or against something. */
export function isStanceWord(word: string): boolean {
  return AGAINST.test(word) || IN_FAVOUR.test(word);
}

/** Whether a text denies anything in so many words. */
export function hasDenial(text: string): boolean {
  return words(withPlainWords(text)).some((word) => DENYING.has(word));
}

/**
 * Whether a text has anything that a denial could render: a denial, a stance against something, a
 * negated word.
 */
export function hasNegative(text: string): boolean {
  return (
    hasDenial(text) ||
    NEGATED_WORD.test(text) ||
    words(withPlainWords(text)).some((word) => AGAINST.test(word) || SOMETIMES_AGAINST.has(word))
  );
}

function withPlainWords(text: string): string {
  return PLAIN_WORDS.reduce((some, [phrase, plain]) => some.replace(phrase, plain), text);
}

/**
 * The stance from this word on; undefined where it stays. "Not without" denies nothing, "not
 * opposed" is for it.
 */
function turn(word: string, before: Stance): Stance | undefined {
  if (DENYING.has(word)) return before === 'denied' ? 'said' : 'denied';
  if (AGAINST.test(word)) return before === 'denied' ? 'for' : 'against';
  if (COUNTERING.test(word)) {
    return before === 'denied' || before === 'against' ? undefined : 'countered';
  }
  if (IN_FAVOUR.test(word)) return before === 'denied' ? 'against' : 'for';
  return undefined;
}

/** Whether a text denies, opposes or counters anything. */
export function isTurnedAgainst(text: string): boolean {
  return hasNegative(text) || words(text).some((word) => COUNTERING.test(word));
}

import { isStopWord, stem, words } from '../../language/tokenize.js';

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

const DENIES =
  /^(?:not|no|never|without|neither|nor|none|nobody|nothing|nowhere|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|wont|wouldnt|shouldnt|couldnt|hardly|lacks|lacking)$/u;
const AGAINST =
  /^(?:oppos|reject|refus|condemn|inadmissib|unaccept|prohibit|forbid|ban$|bann|exclud|disapprov|contrary|avoid)/u;
const COUNTERS =
  /^(?:against$|combat|counter|fight|fought|struggl|prevent|suppress|curb|eliminat|overcom|deni|deny|depriv|resist|reduc|barrier|disrupt|destruct|destroy)/u;
const FOR =
  /^(?:support|advocat|welcom|promot|favou?r|encourag|approv|endors|embrac|appreciat|back$|backs$)/u;
/** Words with a "no" in them that deny nothing. */
const NO_DENIAL =
  /\b(?:not (?:only|just|merely|least)|no (?:later|less|fewer|more) than|whether or not|nothing but|no doubt|no alternative (?:to|but))\b/giu;
/** These deny what follows as "not" does. */
const DENYING_PHRASE =
  /\b(?:far from|instead of|rather than|fails? to|failed to|free (?:of|from)|refrains? from|no longer|den(?:y|ies|ied) that)\b/giu;
/** "Against" alone may stand in a name, or tell what a measure is for. */
const OPPOSING_PHRASE =
  /\b(?:be|is|are|was|were|stands?|firmly|strongly|categorically|resolutely) against\b/giu;
/**
 * Words that have a denial in them: "unacceptable", "non-use"; not "under", "union", "unanimous".
 */
const NEGATED_WORD = /\b[Nn]on-\p{L}|\b[Uu]n(?!der|til|less|ion|it|iv|iq|if|anim)\p{Ll}{4}/u;
/** A denial or a stance reaches so many words, unless the clause ends before. */
const REACH = 8;
const CLAUSE = /[,;:.!?…()–—]|\b(?:but|while|whereas|although)\b/iu;
/** The comma between items of a list: what is denied of one is denied of the next. */
const WITHIN_LIST =
  /,(?= including )|,(?= (?!it |they |which |who |this |these |that )(?:[\p{L}-]+ ){0,2}?[\p{L}-]+(?:,| and | or ))/gu;

/** What a text says, stretch by stretch. */
export function stretches(text: string): Stretch[] {
  return withPlainDenials(text).replace(WITHIN_LIST, ' ').split(CLAUSE).flatMap(stretchesOf);
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

/** The stem; of "adoption" it is "adop", so the "t" of "adopt" goes too. */
function rootOf(word: string): string {
  return stem(word).replace(/(?<=.{4})t$/u, '');
}

/** Whether a word, or its stem, is for or against something. */
export function isStanceWord(word: string): boolean {
  return AGAINST.test(word) || FOR.test(word);
}

/** Whether a text denies anything in so many words. */
export function hasDenial(text: string): boolean {
  return words(withPlainDenials(text)).some((word) => DENIES.test(word));
}

/**
 * Whether a text has anything that a denial could render: a denial, a stance against something, a
 * negated word.
 */
export function hasNegative(text: string): boolean {
  return (
    hasDenial(text) ||
    NEGATED_WORD.test(text) ||
    words(withPlainDenials(text)).some((word) => AGAINST.test(word) || word === 'against')
  );
}

function withPlainDenials(text: string): string {
  return text
    .replace(/\b(non)-(?=\p{L})/giu, '$1')
    .replace(NO_DENIAL, ' ')
    .replace(DENYING_PHRASE, ' not ')
    .replace(OPPOSING_PHRASE, ' oppose ');
}

/**
 * The stance from this word on; undefined where it stays. "Not without" denies nothing, "not
 * opposed" is for it.
 */
function turn(word: string, before: Stance): Stance | undefined {
  if (DENIES.test(word)) return before === 'denied' ? 'said' : 'denied';
  if (AGAINST.test(word)) return before === 'denied' ? 'for' : 'against';
  if (COUNTERS.test(word)) {
    return before === 'denied' || before === 'against' ? undefined : 'countered';
  }
  if (FOR.test(word)) return before === 'denied' ? 'against' : 'for';
  return undefined;
}

/** Whether a text denies, opposes or counters anything. */
export function isTurnedAgainst(text: string): boolean {
  return hasNegative(text) || words(text).some((word) => COUNTERS.test(word));
}

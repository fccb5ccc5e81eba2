import { isStopWord, stem, words } from '../../../text/tokenize.js';

/** How a text stands to a thing it names: says it is so, is for it, denies it, is against it. */
export type Stance = 'said' | 'for' | 'denied' | 'against';

const DENIES = /^(?:not|no|never|without|neither|nor|none|nobody|nothing|nowhere|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|wont|wouldnt|shouldnt|couldnt|hardly|lack|lacks|lacking|free)$/u;
const AGAINST = /^(?:oppos|reject|refus|condemn|against|inadmissib|unaccept|prohibit|forbid|ban$|bann|exclud|prevent|deni|deny|resist|abolish|discourag|disapprov|contrary|avoid)/u;
const FOR = /^(?:support|advocat|welcom|promot|favou?r|back$|backs$|backing$|encourag|approv|accept|endors|embrac|allow|permit)/u;
/** Words with a "no" in them that deny nothing. */
const NO_DENIAL = /\b(?:not (?:only|just|merely|least)|no (?:later|less|fewer|more) than|whether or not|nothing but|no doubt)\b/giu;
/** "far from", "instead of", "rather than" deny what follows as "not" does. */
const DENYING_PHRASE = /\b(?:far from|instead of|rather than|fails? to|failed to|free (?:of|from)|refrains? from|opposition to|no longer)\b/giu;
/** A denial or a stance reaches so many words, unless the clause ends before. */
const REACH = 8;
const CLAUSE = /[,;:.!?()–—]|\b(?:but|while|whereas|although)\b/iu;

/** Stems with the stances that a text takes to them. */
export function stances(text: string): Map<string, Set<Stance>> {
  const found = new Map<string, Set<Stance>>();
  for (const clause of text.replace(NO_DENIAL, ' ').replace(DENYING_PHRASE, ' not ').split(CLAUSE)) {
    let stance: Stance = 'said';
    let left = 0;
    for (const word of words(clause)) {
      const turned = turn(word, left > 0 ? stance : 'said');
      if (turned !== undefined) [stance, left] = [turned, REACH];
      else if (!isStopWord(word)) {
        const own = found.get(stem(word)) ?? new Set();
        found.set(stem(word), own.add(left > 0 ? stance : 'said'));
        left--;
      }
    }
  }
  return found;
}

/** The stance from this word on; undefined where it leaves it as it is. "Not opposed" is not against. */
function turn(word: string, before: Stance): Stance | undefined {
  if (DENIES.test(word)) return 'denied';
  if (AGAINST.test(word)) return before === 'denied' ? 'for' : 'against';
  if (FOR.test(word)) return before === 'denied' ? 'against' : 'for';
  return undefined;
}

import { stem, terms } from '../../language/tokenize.js';
import { isStanceWord } from './polarity.js';

/** What reports and links: a claim is not made of it, and may have it. */
const FRAME: ReadonlySet<string> = new Set(
  terms(
    'say state declare note stress emphasise underline underscore affirm reaffirm express consider believe recognise acknowledge mention name list text document declaration charter paragraph section article principle chapter ' +
      'country countries member participant organisation sides include aim plan want intend seek agree work part call make take give hold use new several various role key main importance important need necessary area field way thing time currently then such other more further well together ' +
      // Words that hold a sentence together. A corpus that does not happen to use one would count
      // it as rare.
      'although though however just only when while within among because since thus therefore specifically particular especially come go goes take took place get put keep see deem regard view relate concern involve specific related regarding another one ones',
  ),
);

/**
 * Whether a word or its stem says nothing that would have to stand in a source; what stance it
 * takes is checked apart.
 */
export function isFrameWord(word: string): boolean {
  return isStanceWord(word) || FRAME.has(word) || FRAME.has(stem(word));
}

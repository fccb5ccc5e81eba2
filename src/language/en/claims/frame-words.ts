import { listed } from '../../listed.js';

const REPORTING =
  'say state declare note stress emphasise underline underscore affirm reaffirm express consider ' +
  'believe recognise acknowledge mention name list';
const PARTS_OF_TEXTS =
  'text document declaration charter paragraph section article principle chapter';
const WHO_AND_WHAT =
  'country countries member participant organisation sides include aim plan want intend seek agree ' +
  'work part call make take give hold use new several various role key main importance important ' +
  'need necessary area field way thing time currently then such other more further well together';
/** Hold a sentence together. A corpus that does not happen to use one would count it as rare. */
const LINKING =
  'although though however just only when while within among because since thus therefore ' +
  'specifically particular especially come go goes take took place get put keep see deem regard ' +
  'view relate concern involve specific related regarding another one ones';

export const FRAME_WORDS: readonly string[] = [
  REPORTING,
  PARTS_OF_TEXTS,
  WHO_AND_WHAT,
  LINKING,
].flatMap(listed);

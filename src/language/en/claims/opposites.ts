import { wholeWords } from '../../whole-words.js';
import { LESS, MORE } from './rises-and-falls.js';

/** Two sides, each as alternatives. */
const PAIRS: readonly (readonly [string, string])[] = [
  [MORE, LESS],
  [
    String.raw`strengthen\p{L}*|improv\p{L}*|enhanc\p{L}*|help(?:s|ed|ful)?|benefi\p{L}*|` +
      'favou?rable',
    String.raw`weak\p{L}*|undermin\p{L}*|damag\p{L}*|hurt(?:s|ing)?|harm\p{L}*|hinder\p{L}*|` +
      String.raw`negativ\p{L}*|threat(?:s|ens?|ened)?|wors\p{L}*`,
  ],
  [
    String.raw`open(?:s|ed|ing)|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|launch\p{L}*`,
    String.raw`end(?:s|ed|ing)?|finish\p{L}*|clos(?:es|ed|ing|ure)`,
  ],
  [
    String.raw`continu\p{L}*|remain\p{L}*`,
    String.raw`end(?:s|ed|ing)?|stop\p{L}*|ceas\p{L}*|discontinu\p{L}*|halt\p{L}*|` +
      String.raw`terminat\p{L}*`,
  ],
  [
    String.raw`facilitat\p{L}*|promot\p{L}*|encourag\p{L}*`,
    String.raw`prevent\p{L}*|hinder\p{L}*|stop\p{L}*|restrict\p{L}*`,
  ],
  [String.raw`peaceful\p{L}*|civil|civilian`, String.raw`militar(?:y|i[sz]\p{L}*)|violen\p{L}*`],
  [
    String.raw`(?:more than|over|above|at least|no fewer than|no less than)(?= \d)`,
    String.raw`(?:fewer than|less than|under|below|at most|up to|no more than)(?= \d)`,
  ],
  [
    String.raw`welcom\p{L}*|prais\p{L}*|appreciat\p{L}*|thank\p{L}*`,
    String.raw`concerns?|condemn\p{L}*|blam\p{L}*|critici[sz]\p{L}*`,
  ],
];

export const OPPOSITES = PAIRS.map(([one, other]) => [wholeWords(one), wholeWords(other)] as const);

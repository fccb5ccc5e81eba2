import type { FollowUpRules } from '../rules/retrieval-question-rules.js';
import { wholeWords } from '../whole-words.js';

/** "Esta declaración" is the text that is asked. */
const TEXTS = '(?:declaraci|documento|texto|tratado|carta|acuerdo|convenio|pacto)';

export const FOLLOW_UPS: FollowUpRules = {
  goingOn:
    /^[^\p{L}]*(?:y|e|pero|o|entonces|también)(?!\p{L})|^[^\p{L}]*qué (?:hay|pasa) (?:de|con)|^[^\p{L}]*(?:por qué|para qué|cuándo|dónde|quién|cómo)[^\p{L}]*$/iu,
  placeInList:
    /(?<!\p{L})(?:el|la) (?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|últim[oa]|siguiente)(?: de (?:ell|est|es)|\s*\?)/iu,
  pointingBack: wholeWords(
    [
      'eso|esto|ello|aquello|él|ella|allí|ahí|allá',
      `(?:est[ea]|es[ea]|aquell?[ao]?)(?! ${TEXTS})`,
    ].join('|'),
  ),
  adding: wholeWords('también|otr[oa]s?|ambos|ambas|demás'),
  speakers: wholeWords('ellos|ellas|les|sus?'),
};

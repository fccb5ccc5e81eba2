import type { FollowUpRules } from '../rules/retrieval-question-rules.js';
import { wholeWords } from '../whole-words.js';

/** "Esta declaración" is the text that is asked. */
const TEXTS = '(?:declaraci|documento|texto|tratado|carta|acuerdo|convenio|pacto)';

export const FOLLOW_UPS: FollowUpRules = {
  goingOn: new RegExp(
    [
      String.raw`^[^\p{L}]*(?:y|e|pero|o|entonces|también)(?!\p{L})`,
      String.raw`^[^\p{L}]*qué (?:hay|pasa) (?:de|con)`,
      String.raw`^[^\p{L}]*(?:por qué|para qué|cuándo|dónde|quién|cómo)[^\p{L}]*$`,
    ].join('|'),
    'iu',
  ),
  placeInList: new RegExp(
    [
      String.raw`(?<!\p{L})(?:el|la) (?:primer[oa]?|segund[oa]|tercer[oa]?)(?: de (?:ell|est|es)|\s*\?)`,
      String.raw`(?<!\p{L})(?:el|la) (?:cuart[oa]|últim[oa]|siguiente)(?: de (?:ell|est|es)|\s*\?)`,
    ].join('|'),
    'iu',
  ),
  pointingBack: wholeWords(
    [
      'eso|esto|ello|aquello|él|ella|allí|ahí|allá',
      `(?:est[ea]|es[ea]|aquell?[ao]?)(?! ${TEXTS})`,
    ].join('|'),
  ),
  adding: wholeWords('también|otr[oa]s?|ambos|ambas|demás'),
  speakers: wholeWords('ellos|ellas|les|sus?'),
};

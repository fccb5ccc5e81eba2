import type { PolarityRules } from '../../rules/claim-rules.js';
import { listed } from '../../listed.js';

/** Words with a "no" in them that deny nothing. */
const NO_DENIAL = new RegExp(
  String.raw`\b(?:not (?:only|just|merely|least)|no (?:later|less|fewer|more) than|` +
    String.raw`whether or not|nothing but|no doubt|no alternative (?:to|but))\b`,
  'giu',
);
/** These deny what follows as "not" does. */
const DENYING_PHRASE = new RegExp(
  String.raw`\b(?:far from|instead of|rather than|fails? to|failed to|free (?:of|from)|` +
    String.raw`refrains? from|no longer|den(?:y|ies|ied) that)\b`,
  'giu',
);
/** "Against" alone may stand in a name, or tell what a measure is for. */
const OPPOSING_PHRASE =
  /\b(?:be|is|are|was|were|stands?|firmly|strongly|categorically|resolutely) against\b/giu;
/** After the comma of a list no clause begins with one of these. */
const CLAUSE_OPENERS = 'it |they |which |who |this |these |that ';

export const POLARITY: PolarityRules = {
  denying: listed(
    'not no never without neither nor none nobody nothing nowhere cannot cant dont doesnt didnt ' +
      'isnt arent wasnt werent wont wouldnt shouldnt couldnt hardly lacks lacking',
  ),
  against: new RegExp(
    '^(?:oppos|reject|refus|condemn|inadmissib|unaccept|prohibit|forbid|ban$|bann|exclud|' +
      'disapprov|contrary|avoid)',
    'u',
  ),
  sometimesAgainst: ['against'],
  countering: new RegExp(
    '^(?:against$|combat|counter|fight|fought|struggl|prevent|suppress|curb|eliminat|overcom|' +
      'deni|deny|depriv|resist|reduc|barrier|disrupt|destruct|destroy)',
    'u',
  ),
  inFavour: new RegExp(
    '^(?:support|advocat|welcom|promot|favou?r|encourag|approv|endors|embrac|appreciat|back$|' +
      'backs$)',
    'u',
  ),
  plainWords: [
    // "Non-use" has its denial in it.
    [/\b(non)-(?=\p{L})/giu, '$1'],
    [NO_DENIAL, ' '],
    [DENYING_PHRASE, ' not '],
    [OPPOSING_PHRASE, ' oppose '],
  ],
  // Not "under", "until", "unless", "union", "unit", "universal", "unique", "unify", "unanimous".
  negatedWord: /\b[Nn]on-\p{L}|\b[Uu]n(?!der|til|less|ion|it|iv|iq|if|anim)\p{Ll}{4}/u,
  negatingPrefixes: listed('un in im il ir non dis'),
  clauseEnd: /[,;:.!?…()–—]|\b(?:but|while|whereas|although)\b/iu,
  commaInList: new RegExp(
    String.raw`,(?= including )|,(?= (?!${CLAUSE_OPENERS})` +
      String.raw`(?:[\p{L}-]+ ){0,2}?[\p{L}-]+(?:,| and | or ))`,
    'giu',
  ),
};

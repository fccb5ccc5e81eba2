import { stem } from '../../language/tokenize.js';
import { isTurnedAgainst } from './polarity.js';

/**
 * Words that turn what a sentence says, and the words by one of which a source may say the same.
 */
interface Turning {
  readonly stated: RegExp;
  readonly borneOutBy: RegExp;
  /** A denial, or words against something, say the same. */
  readonly orAgainst?: true;
}

const ENDING = String.raw`end(?:s|ed|ing)?|stop\p{L}*|abolish\p{L}*|dissolv\p{L}*|terminat\p{L}*|withdr[ae]w\p{L}*|remov\p{L}*|ceas\p{L}*|discontinu\p{L}*|halt\p{L}*|cancel\p{L}*|abandon\p{L}*|clos(?:es|ed|ing|ure)|restrict\p{L}*|hinder\p{L}*|imped\p{L}*|obstruct\p{L}*|block(?:s|ed|ing)?|prohibit\p{L}*|ban(?:s|ned|ning)?`;
const LESS = String.raw`less|fewer|lower\p{L}*|decreas\p{L}*|declin\p{L}*|reduc\p{L}*|diminish\p{L}*|weak\p{L}*|worse\p{L}*|shrink\p{L}*|fall(?:s|en|ing)?|fell|drop(?:s|ped)?|cuts?|cutting`;
const MORE = String.raw`more|increas\p{L}*|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow\p{L}*|grew|higher|sharper`;
const DANGER = String.raw`threat\p{L}*|danger\p{L}*|risk\p{L}*|harm(?:s|ed|ful|ing)?|damag\p{L}*|undermin\p{L}*|obstacles?`;

const TURNINGS: readonly Turning[] = [
  {
    stated: whole('only|solely|exclusively'),
    borneOutBy: whole(
      String.raw`only|sole(?:ly)?|exclusive(?:ly)?|alone|just|single|unique|no alternative|no other`,
    ),
  },
  {
    stated: whole('(?<!at |above |of )all|every(?! other)|always|entire(?:ly)?|unanimous(?:ly)?'),
    borneOutBy: whole(
      String.raw`all|every|each|any|both|entire(?:ty|ly)?|whole|full(?:y)?|always|universal\p{L}*|unanim\p{L}*|complete\p{L}*|comprehensive\p{L}*|common|no|none`,
    ),
  },
  {
    stated: whole(
      'must|(?:is|are) (?:obliged|obligated|required|bound) to|ha(?:s|ve) to|mandatory|compulsory|obligatory',
    ),
    borneOutBy: whole(
      String.raw`must|shall|should|need\p{L}*|necess\p{L}*|requir\p{L}*|oblig\p{L}*|call(?:s|ed|ing)?|commit\p{L}*|essential|critical|imperative|important|importance|strict\p{L}*|compl(?:y|ies|iance)|undertak\p{L}*|mandat\p{L}*|ensur\p{L}*|urg(?:e|es|ing)|duty|duties|bound|binding`,
    ),
    orAgainst: true,
  },
  {
    stated: whole(`(?<!th(?:is|at|ese|ose) |the )(?:${ENDING})`),
    borneOutBy: whole(
      String.raw`${ENDING}|finish\p{L}*|conclu\p{L}*|complet\p{L}*|clos(?:e|es|ed|ing|ure)|disrupt\p{L}*|destr\p{L}*|barrier|settle\p{L}*|free`,
    ),
    orAgainst: true,
  },
  {
    stated: whole(`(?<!no )(?:${LESS})`),
    borneOutBy: whole(
      String.raw`${LESS}|los[st]\p{L}*|lack|negativ\p{L}*|adverse\p{L}*|hinder\p{L}*|restrict\p{L}*|constrain\p{L}*|undermin\p{L}*|damag\p{L}*|mitigat\p{L}*|minimi[sz]\p{L}*|low|small(?:er)?|gap|free`,
    ),
    orAgainst: true,
  },
  {
    stated: whole(DANGER),
    borneOutBy: whole(
      String.raw`${DANGER}|negativ\p{L}*|adverse\p{L}*|challeng\p{L}*|concern|crim\p{L}*|violat\p{L}*`,
    ),
    orAgainst: true,
  },
];

/** What cannot be said of the same thing by one sentence and by another that bears it out. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [whole(MORE), whole(LESS)],
  [
    whole(
      String.raw`strengthen\p{L}*|improv\p{L}*|enhanc\p{L}*|help(?:s|ed|ful)?|benefi\p{L}*|favou?rable`,
    ),
    whole(
      String.raw`weak\p{L}*|undermin\p{L}*|damag\p{L}*|hurt(?:s|ing)?|harm\p{L}*|hinder\p{L}*|negativ\p{L}*|threat(?:s|ens?|ened)?|wors\p{L}*`,
    ),
  ],
  [
    whole(String.raw`open(?:s|ed|ing)|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|launch\p{L}*`),
    whole(String.raw`end(?:s|ed|ing)?|finish\p{L}*|clos(?:es|ed|ing|ure)`),
  ],
  [
    whole(String.raw`continu\p{L}*|remain\p{L}*`),
    whole(
      String.raw`end(?:s|ed|ing)?|stop\p{L}*|ceas\p{L}*|discontinu\p{L}*|halt\p{L}*|terminat\p{L}*`,
    ),
  ],
  [
    whole(String.raw`facilitat\p{L}*|promot\p{L}*|encourag\p{L}*`),
    whole(String.raw`prevent\p{L}*|hinder\p{L}*|stop\p{L}*|restrict\p{L}*`),
  ],
  [
    whole(String.raw`peaceful\p{L}*|civil|civilian`),
    whole(String.raw`militar(?:y|i[sz]\p{L}*)|violen\p{L}*`),
  ],
  [
    whole(String.raw`(?:more than|over|above|at least|no fewer than|no less than)(?= \d)`),
    whole(String.raw`(?:fewer than|less than|under|below|at most|up to|no more than)(?= \d)`),
  ],
  [
    whole(String.raw`welcom\p{L}*|prais\p{L}*|appreciat\p{L}*|thank\p{L}*`),
    whole(String.raw`concerns?|condemn\p{L}*|blam\p{L}*|critici[sz]\p{L}*`),
  ],
];

const SCOPE =
  /(?<!\p{L})(all|every|each|some|several|certain|few|many|most)(?: of)?(?: the| their| its| these)? ([\p{L}-]+)/giu;

function whole(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${words})(?![\p{L}\p{N}])`, 'iu');
}

/**
 * Whether what cannot be left out or put in without another meaning stands on both sides: "only",
 * "all", "must", an end, a rise, a fall.
 */
export function turningsStand(claim: string, source: string): boolean {
  const turned = TURNINGS.every(
    ({ stated, borneOutBy, orAgainst }) =>
      !stated.test(claim) ||
      borneOutBy.test(source) ||
      (orAgainst === true && isTurnedAgainst(source)),
  );
  return (
    turned &&
    scopesStand(claim, source) &&
    !OPPOSITES.some(
      ([one, other]) =>
        contradict(claim, source, [one, other]) || contradict(claim, source, [other, one]),
    )
  );
}

function contradict(
  claim: string,
  source: string,
  [one, other]: readonly [RegExp, RegExp],
): boolean {
  return one.test(claim) && !other.test(claim) && other.test(source) && !one.test(source);
}

/** "All villages" where the source has "some villages" only, and the other way about. */
function scopesStand(claim: string, source: string): boolean {
  const known = scopesIn(source);
  return scopesIn(claim).every(({ isAll, of }) => {
    const same = known.filter((scope) => scope.of === of);
    return same.length === 0 || same.some((scope) => scope.isAll === isAll);
  });
}

function scopesIn(text: string): { readonly isAll: boolean; readonly of: string }[] {
  return [...text.matchAll(SCOPE)].map(([, scope = '', of = '']) => ({
    isAll: /^(?:all|every|each)$/iu.test(scope),
    of: stem(of.toLowerCase()),
  }));
}

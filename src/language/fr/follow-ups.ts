import type { FollowUpRules } from '../rules/retrieval-question-rules.js';
import { wholeWords } from '../whole-words.js';

/** "Cette déclaration" is the text that is asked. */
const TEXTS = '(?:déclaration|document|texte|traité|charte|accord|convention|pacte)s?';

const PLACES = 'premi[eè]re?|deuxième|seconde?|troisième|quatrième|derni[eè]re?|suivante?';

export const FOLLOW_UPS: FollowUpRules = {
  goingOn: new RegExp(
    [
      String.raw`^[^\p{L}]*(?:et|mais|ou|donc|alors|aussi)(?!\p{L})`,
      String.raw`^[^\p{L}]*(?:qu['’]en est-il|pourquoi pas)`,
      String.raw`^[^\p{L}]*(?:pourquoi|quand|où|qui|comment)[^\p{L}]*$`,
    ].join('|'),
    'iu',
  ),
  placeInList: new RegExp(
    String.raw`(?<!\p{L})l[ea] (?:${PLACES})(?: d['’]entre| de (?:ces|ceux|celles)|\s*\?)`,
    'iu',
  ),
  pointingBack: new RegExp(
    [
      // Not "y a-t-il", "faut-il", "s'agit-il", "est-il vrai".
      wholeWords(String.raw`cela|ça|ceci|celui(?:-ci|-là)?|celle(?:-ci|-là)?|ceux-ci|celles-ci`)
        .source,
      wholeWords(`(?:ce|cet|cette|ces)(?! ${TEXTS}| qu| sont| sera| n'|'est)`).source,
      wholeWords('lui|elle|eux|là(?!-)|là-bas|en (?=est|fait|dit|sait)').source,
      String.raw`(?<!y a-t|faut|agit|est|existe-t|est-ce qu['’])-il(?!s)(?!\p{L})`,
      String.raw`-elle(?!s)(?!\p{L})`,
      String.raw`qu['’]il (?!y|faut|s['’]agit)`,
    ].join('|'),
    'iu',
  ),
  adding: wholeWords('aussi|autres?|également|les deux'),
  speakers: wholeWords('ils|elles|leurs?|sa|son|ses'),
};

import type { FollowUpRules } from '../rules/retrieval-question-rules.js';
import { wholeWords } from '../whole-words.js';

/** "Этой декларации" is the text that is asked. */
const TEXTS = String.raw`(?:декларац|документ|текст|договор|харти|соглашени|конвенци|устав)\p{L}*`;
/** "Это правда, что …" points to nothing. */
const THIS = String.raw`эт(?:от|ой|ого|ому|ом|им|их|ими|ой|у|а|и)(?! ${TEXTS})|это(?!т| (?:правда|так|верно))`;

export const FOLLOW_UPS: FollowUpRules = {
  goingOn: new RegExp(
    [
      String.raw`^[^\p{L}]*(?:а|и|но|или|также|тогда)(?!\p{L})`,
      String.raw`^[^\p{L}]*(?:что насч[её]т|как насч[её]т|как быть с)(?!\p{L})`,
      String.raw`^[^\p{L}]*(?:почему|зачем|когда|где|кто|как)[^\p{L}]*$`,
    ].join('|'),
    'iu',
  ),
  placeInList:
    /(?<!\p{L})(?:перв|втор|трет|четв[её]рт|последн|следующ)\p{L}{1,4}(?: из (?:них|этих|тех)|\s*\?)/iu,
  pointingBack: wholeWords(
    [
      'он|она|оно|него|нему|н[её]м|не[её]|ней|нею|ему|ей|его|е[её]|них|ним|ними|им|ими',
      THIS,
      String.raw`т(?:от|ого|ому|ом|у|ой|е|ех)(?! ${TEXTS}|,)`,
      'там|туда|тогда|оттуда|такой|такая|такое',
    ].join('|'),
  ),
  adding: wholeWords(String.raw`также|тоже|ещ[её]|други\p{L}{1,3}|остальны\p{L}{1,3}|об[ае]`),
  speakers: wholeWords('они|их'),
};

import type { FollowUpRules } from '../rules/retrieval-question-rules.js';
import { wholeWords } from '../whole-words.js';

/** "Diese Erklärung" is the text that is asked. */
const TEXTS = String.raw`(?:erklärung|dokument|text|vertrag|charta|abkommen|konvention|pakt)\p{L}*`;

export const FOLLOW_UPS: FollowUpRules = {
  goingOn: new RegExp(
    [
      String.raw`^[^\p{L}]*(?:und|aber|oder|also|auch)(?!\p{L})`,
      String.raw`^[^\p{L}]*(?:wie steht es|was ist|wie ist es) mit(?!\p{L})`,
      String.raw`^[^\p{L}]*(?:warum|wieso|wann|wo|wer|wie|wozu)[^\p{L}]*$`,
    ].join('|'),
    'iu',
  ),
  placeInList: new RegExp(
    [
      String.raw`(?<!\p{L})(?:der|die|das|den|dem) (?:erste|zweite|dritte|vierte|letzte|nächste)n?\s*\?`,
      String.raw`(?<!\p{L})(?:erste|zweite|dritte|vierte|letzte)n? (?:davon|von (?:ihnen|diesen))`,
    ].join('|'),
    'iu',
  ),
  pointingBack: new RegExp(
    [
      wholeWords(
        [
          String.raw`er|ihm|ihn|ihnen|sein(?:e[rnms]?)?|dort|dahin|davon|dafür|darüber|dazu|damit|dabei`,
          String.raw`darin|daran|daraus|darauf|dagegen|dadurch|danach|damals`,
          `dies(?:e[rnms]?)?(?! ${TEXTS})`,
        ].join('|'),
      ).source,
      // Not "gibt es", "ist es möglich, dass …".
      String.raw`(?<![\p{L}\p{N}-])(?<!gibt |ist |geht |heißt |war )es(?![\p{L}\p{N}])`,
      String.raw`(?<![\p{L}\p{N}-])das\s*(?:[?.!,]|$)`,
    ].join('|'),
    'iu',
  ),
  adding: wholeWords('auch|andere[rnms]?|beide[rnms]?'),
  speakers: wholeWords('sie|ihr(?:e[rnms]?)?'),
};

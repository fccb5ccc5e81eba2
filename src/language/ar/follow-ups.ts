import type { FollowUpRules } from '../rules/retrieval-question-rules.js';
import { wholeWords } from '../whole-words.js';

/** "هذا الإعلان" is the text that is asked. */
const TEXTS = '(?:الإعلان|الاعلان|الوثيقة|النص|المعاهدة|الميثاق|الاتفاقية|الاتفاق)';

export const FOLLOW_UPS: FollowUpRules = {
  goingOn: new RegExp(
    [
      String.raw`^[^\p{L}]*و(?=ماذا|لماذا|أين|متى|كيف|هل|من(?!\p{L})|ما(?!\p{L})|كم|ال)`,
      String.raw`^[^\p{L}]*(?:لكن|أو|ثم)(?!\p{L})`,
      String.raw`^[^\p{L}]*(?:لماذا|متى|أين|كيف)[^\p{L}]*$`,
    ].join('|'),
    'iu',
  ),
  placeInList:
    /(?<!\p{L})(?:أول|الأول|الأولى|الثاني|الثانية|الثالث|الثالثة|الأخير|الأخيرة)(?: من(?:هم|ها)|\s*[؟?])/u,
  pointingBack: wholeWords(
    [
      `هو|هي|ذلك|تلك|هذ[اه](?! ${TEXTS})|هذه(?! ${TEXTS})|هناك(?=\\s*[؟?]|$)`,
      'فيه|فيها|له|لها|منه|منها|عنه|عنها|عليه|عليها|به|بها|إليه|إليها|معه|معها|لذلك|بذلك|لهم|منهم|عنهم',
    ].join('|'),
  ),
  adding: wholeWords('أيضا|أيضًا|آخر|أخرى|الآخرون|كلاهما'),
  speakers: wholeWords('هم|بينهم'),
};

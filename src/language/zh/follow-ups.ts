import type { FollowUpRules } from '../rules/retrieval-question-rules.js';

/** What texts are called: "这份宣言" is the text that is asked. */
const TEXTS = '(?:宣言|声明|文件|文本|条约|宪章|协定|公约|文)';

export const FOLLOW_UPS: FollowUpRules = {
  goingOn:
    /^[\s“"]*(?:那么?(?![里儿个些份])|还有|以及|而且|但是?|或者?)|呢\s{0,9}[？?。]?\s{0,9}$|^(?:为什么|怎么样)\s*[？?]?$/u,
  placeInList: /第[一二三四五六七八九十\d]+[个种项]|(?:最后|下)一[个种项]/u,
  pointingBack: new RegExp(
    [
      '它|她|(?<![其])他(?!们|国|人)|(?<!在)那[里儿]|在那[里儿]|其中|[为对就因除]此|此事',
      '[这那]方面',
      `[这那](?:[个些份项种])(?![^，。？]{0,4}${TEXTS})`,
      '当时|那时|该(?=[\\p{L}])(?!如何|怎)(?<!应该)',
      '(?<![尤极与])其(?![他它中次实])',
    ].join('|'),
    'u',
  ),
  adding: /双方|两者|两国|其[他它]|另外|还有|也/u,
  speakers: /他们/u,
};

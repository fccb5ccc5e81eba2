import type { ReplyRules } from '../../rules/claim-rules.js';
import { listed } from '../../listed.js';

export const REPLIES: ReplyRules = {
  markerNouns: listed('citation cite source sentence reference ref no').flatMap((noun) => [
    noun,
    `${noun}s`,
  ]),
  markerLinks: ['and'],
  lostLead: new RegExp(
    String.raw`^(?:according to|as (?:stated|noted|described|mentioned|set out) in|based on|per)` +
      String.raw`(?: (?:the )?(?:sentences?|sources?|texts?|evidence))?(?: and)?, (?=\p{L})`,
    'iu',
  ),
  yesOrNo: /^(?:yes|no)(?:[,:;!]| [–—-]) +(?=\p{L})/iu,
};

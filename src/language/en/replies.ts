import { listed } from '../listed.js';
import type { ReplyRules } from '../rules/reply-rules.js';

export const REPLIES: ReplyRules = {
  markerNouns: listed('citation cite source sentence reference ref footnote see no').flatMap(
    (noun) => [noun, `${noun}s`],
  ),
  markerLinks: ['and'],
  lostLeads: [
    new RegExp(
      String.raw`^(?:according to|as (?:stated|noted|described|mentioned|set out) in|based on|per)` +
        String.raw`(?: (?:the )?(?:sentences?|sources?|texts?|evidence))?(?: and)?, (?=\p{L})`,
      'iu',
    ),
    // A capital would be that of a sentence of its own: "States that …".
    /^(?:states?|says?|notes?|mentions?|confirms?|adds?|specif(?:y|ies)|indicates?) that (?=\p{L})/u,
  ],
  yesOrNo: listed('yes no'),
  refusals: [
    'The texts do not say.',
    'The texts do not answer this question.',
    'The provided sentences do not contain this information.',
    'There is no information about that in the texts.',
    'The declaration does not mention this.',
    'Neither text says how much it costs.',
    'It is not stated when this will happen.',
    'The sources do not specify who is responsible.',
    'I cannot answer this from the texts.',
    'I could not find anything about it in the documents.',
    'Nothing is said there about the reasons.',
    'The sentences given say nothing on the number of members.',
  ],
  bareRefusals: ['No answer.', 'I do not know.'],
  statements: [
    'The states will cooperate in trade and transport.',
    'The parties shall not use force against each other.',
    'The members did not agree to a deadline.',
    'No member may be expelled without a vote.',
    'The declaration says that all disputes are settled by talks.',
    'The text mentions three bodies and a budget.',
    'The committee cannot take decisions without the council.',
    'They express concern that no solution has been found.',
    'It does not aim against other countries.',
    'The treaty does not apply to fishing boats.',
    'No, it has not been set up yet; the members are still considering it.',
    'No, nobody may do that without permission.',
    'The council has not yet approved the plan.',
    'The agreement sets no limit on the number of terms.',
  ],
  asides: [
    'Certainly! Here is what the texts say.',
    'Here is an overview:',
    'Based on the provided sentences:',
    'In summary, this is what the texts say about it.',
    'Great question!',
    'I hope this helps!',
    'Let me know if you have further questions.',
  ],
  leaningOpenings: [
    ...listed('But Yet Still However Nevertheless Therefore Moreover Also Instead'),
    'At the same time',
  ],
  plainOpenings: listed('The A In Under Each All For When If It There Some Many After Their Two'),
};

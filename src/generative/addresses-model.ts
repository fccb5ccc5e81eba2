import { anyOf } from '../language/any-of.js';
import { CLAIM_RULES } from './claim-words.js';

/** How programs mark turns of a conversation, and the sentinels of our own prompts. */
const TURN_MARK = /<\|\w+\|>|\[\/?INST\]|<<\/?SYS>>|\bTEXT-[0-9a-f]{16}\b/iu;

const ADDRESSES = anyOf([...CLAIM_RULES.flatMap((rules) => rules.addressesModel), TURN_MARK]);

/**
 * Whether a sentence of a text speaks to a model rather than to readers. It is no evidence: a model
 * neither sees nor can cite it. Other ways of putting it may pass; what a model makes of those is
 * checked like all that it says.
 */
export function addressesModel(sentence: string): boolean {
  return ADDRESSES.test(sentence);
}

import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { askPriced } from '../adapters/chat-model/priced-model.js';
import { askWithin } from '../adapters/chat-model/token-budget.js';
import { readPrompt } from '../adapters/prompt-file.js';
import type { AskChatModel } from '../ports/chat-model.js';
import {
  CONDENSE_SLOTS,
  createCondenser,
  type CondenseQuestion,
} from '../retrieval/query/condense-question.js';
import type { ChatModels, ChatModelUse } from './components.js';
import { observedAsk } from './observed-chat-model.js';
import { warnOnce } from './warn-once.js';

/**
 * What makes follow-ups standalone by a chat model.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function loadCondenser(
  { condensing, budget, prices }: Omit<ChatModels, 'answering'>,
  { promptsDir, log, observer }: ChatModelUse,
): Promise<CondenseQuestion> {
  const prompt = await readPrompt(promptsDir, 'condense-question', CONDENSE_SLOTS);
  const onFailure = warnOnce(log, 'A follow-up went by the rules alone.');
  const ask: AskChatModel = observedAsk(
    observer,
    'provider',
    askPriced(prices, (text, options) => askChatModel(condensing, text, options)),
  );
  return createCondenser({
    ask: budget === undefined ? ask : askWithin(budget, ask),
    prompt,
    onFailure,
  });
}

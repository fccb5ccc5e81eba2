import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { askWithin } from '../adapters/chat-model/token-budget.js';
import { readPrompt } from '../adapters/prompt-file.js';
import type { AskChatModel, ChatFailure } from '../ports/chat-model.js';
import {
  CONDENSE_SLOTS,
  createCondenser,
  type CondenseQuestion,
} from '../retrieval/query/condense-question.js';
import type { ChatModels, ChatModelUse } from './components.js';
import { observedAsk } from './observed-chat-model.js';

/**
 * What makes follow-ups standalone by a chat model.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function loadCondenser(
  { condensing, budget }: Omit<ChatModels, 'answering'>,
  { promptsDir, log, observer }: ChatModelUse,
): Promise<CondenseQuestion> {
  const prompt = await readPrompt(promptsDir, 'condense-question', CONDENSE_SLOTS);
  const told = new Set<string>();
  const onFailure = ({ message }: ChatFailure): void => {
    // Once for each kind: it may happen with every question.
    if (!told.has(message)) log.warn(`A follow-up went by the rules alone. ${message}`);
    told.add(message);
  };
  const ask: AskChatModel = observedAsk(observer, 'provider', (text, options) =>
    askChatModel(condensing, text, options),
  );
  return createCondenser({
    ask: budget === undefined ? ask : askWithin(budget, ask),
    prompt,
    onFailure,
  });
}

import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { loadChatModel } from '../adapters/chat-model/load-chat-model.js';
import type { AskChatModel, ChatFailure } from '../ports/chat-model.js';
import { readPrompt } from '../adapters/prompt-file.js';
import {
  CONDENSE_SLOTS,
  createCondenser,
  type CondenseQuestion,
} from '../retrieval/query/condense-question.js';
import type { Config } from './config.js';

/**
 * What makes follow-ups standalone, where a chat model is configured.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function loadCondenser({
  chat,
  promptsDir,
}: Config): Promise<CondenseQuestion | undefined> {
  if (chat === undefined) return undefined;
  const prompt = await readPrompt(promptsDir, 'condense-question', CONDENSE_SLOTS);
  const told = new Set<string>();
  const onFailure = ({ message }: ChatFailure): void => {
    // Once for each kind: it may happen with every question.
    if (!told.has(message)) console.error(`A follow-up went by the rules alone. ${message}`);
    told.add(message);
  };
  const model = await loadChatModel(chat);
  const ask: AskChatModel = (text, options) => askChatModel(model, text, options);
  return createCondenser({ ask, prompt, onFailure });
}

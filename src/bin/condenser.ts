import { loadChatModel } from '../adapters/chat-model.js';
import type { ChatFailure } from '../adapters/chat-model/chat-failure.js';
import { readPrompt } from '../adapters/prompt-file.js';
import {
  CONDENSE_SLOTS,
  createCondenser,
  type CondenseQuestion,
} from '../retrieval/condense-question.js';
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
  return createCondenser({ model: await loadChatModel(chat), prompt, onFailure });
}

import { loadChatModel } from '../adapters/chat-model.js';
import type { ChatFailure } from '../adapters/chat-model/chat-failure.js';
import { readPrompt } from '../adapters/prompt-file.js';
import {
  createGenerator,
  type GenerateAnswer,
  type GeneratorOptions,
} from '../answering/generative/generate-answer.js';
import { ANSWER_SLOTS } from '../answering/generative/generate-prompt.js';
import type { Config } from './config.js';

/**
 * What has a chat model answer, where one is configured.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function loadGenerator(
  { chat, promptsDir }: Config,
  { index, embeddings }: Pick<GeneratorOptions, 'index' | 'embeddings'>,
): Promise<GenerateAnswer | undefined> {
  if (chat === undefined) return undefined;
  const prompt = await readPrompt(promptsDir, 'answer-question', ANSWER_SLOTS);
  const told = new Set<string>();
  const onFailure = ({ message }: Pick<ChatFailure, 'message'>): void => {
    // Once for each kind: it may happen with every question.
    if (!told.has(message))
      console.error(
        `An answer went without the chat model, or without the rest of what it had to say. ${message}`,
      );
    told.add(message);
  };
  const generate = createGenerator({
    index,
    embeddings,
    model: await loadChatModel({ ...chat, maxRetries: 0 }),
    prompt,
    onFailure,
  });
  return async function* (request) {
    const said = yield* generate(request);
    if (said.end === 'model-unsupported')
      onFailure({
        message:
          'The texts did not bear out what it said; the reply has fallback "model-unsupported".',
      });
    return said;
  };
}

import { loadChatModel } from '../adapters/chat-model/load-chat-model.js';
import { streamChatModel } from '../adapters/chat-model/stream-chat-model.js';
import type { ChatFailure } from '../ports/chat-model.js';
import { readPrompt } from '../adapters/prompt-file.js';
import {
  createGenerator,
  type GenerateAnswer,
  type GeneratorOptions,
} from '../generative/generate-answer.js';
import { ANSWER_SLOTS } from '../generative/answer-prompt.js';
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
    if (!told.has(message)) {
      console.error(
        `An answer went without the chat model, or without the rest of what it had to say. ${message}`,
      );
    }
    told.add(message);
  };
  const model = await loadChatModel({ ...chat, maxRetries: 0 });
  const generate = createGenerator({
    index,
    embeddings,
    stream: (text, options) => streamChatModel(model, text, options),
    prompt,
    onFailure,
  });
  return async function* (request) {
    const said = yield* generate(request);
    if (said.end === 'model-unsupported') {
      onFailure({
        message:
          'The texts did not bear out what it said; the reply has fallback "model-unsupported".',
      });
    }
    return said;
  };
}

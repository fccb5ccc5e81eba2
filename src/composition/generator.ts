import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { streamChatModel } from '../adapters/chat-model/stream-chat-model.js';
import { readPrompt } from '../adapters/prompt-file.js';
import { QUESTION_SLOTS, SYSTEM_SLOTS } from '../generative/answer-prompt.js';
import {
  createGenerator,
  type GenerateAnswer,
  type GeneratorOptions,
} from '../generative/generate-answer.js';
import type { ChatFailure } from '../ports/chat-model.js';
import type { ChatModelUse } from './components.js';

/**
 * What has a chat model answer.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function loadGenerator(
  model: BaseChatModel,
  { promptsDir, log }: ChatModelUse,
  parts: Pick<GeneratorOptions, 'index' | 'embeddings' | 'claimReader'>,
): Promise<GenerateAnswer> {
  const prompts = {
    system: await readPrompt(promptsDir, 'answer-system', SYSTEM_SLOTS),
    question: await readPrompt(promptsDir, 'answer-question', QUESTION_SLOTS),
  };
  const told = new Set<string>();
  const onFailure = ({ message }: Pick<ChatFailure, 'message'>): void => {
    // Once for each kind: it may happen with every question.
    if (!told.has(message)) {
      log.warn(
        `An answer went without the chat model, or without the rest of what it had to say. ${message}`,
      );
    }
    told.add(message);
  };
  const generate = createGenerator({
    ...parts,
    stream: (turns, options) => streamChatModel(model, turns, options),
    prompts,
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

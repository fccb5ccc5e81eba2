import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { askPriced, streamPriced } from '../adapters/chat-model/priced-model.js';
import { streamChatModel } from '../adapters/chat-model/stream-chat-model.js';
import { askWithin, streamWithin } from '../adapters/chat-model/token-budget.js';
import { readPrompt } from '../adapters/prompt-file.js';
import { QUESTION_SLOTS, SYSTEM_SLOTS } from '../generative/answer-prompt.js';
import {
  createGenerator,
  type GenerateAnswer,
  type GeneratorOptions,
} from '../generative/generate-answer.js';
import { askForVerdicts, VERIFY_SLOTS } from '../generative/verification/verify-by-model.js';
import type { AskChatModel, StreamChatModel } from '../ports/chat-model.js';
import type { ChatModels, Components } from './components.js';
import { observedAsk, observedStream } from './observed-chat-model.js';
import { warnOnce } from './warn-once.js';

/**
 * What has a chat model answer.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function loadGenerator(
  { answering, condensing, budget, prices, verifies = false }: ChatModels,
  { promptsDir, log, observer }: Pick<Components, 'promptsDir' | 'log' | 'observer'>,
  parts: Pick<GeneratorOptions, 'index' | 'embeddings' | 'claimReader'>,
): Promise<GenerateAnswer> {
  const prompts = {
    system: await readPrompt(promptsDir, 'answer-system', SYSTEM_SLOTS),
    question: await readPrompt(promptsDir, 'answer-question', QUESTION_SLOTS),
  };
  const onFailure = warnOnce(
    log,
    'An answer went without the chat model, or without the rest of what it had to say.',
  );
  const stream: StreamChatModel = observedStream(
    observer,
    streamPriced(prices, (turns, options) => streamChatModel(answering, turns, options)),
  );
  const ask: AskChatModel = observedAsk(
    observer,
    'verify',
    askPriced(prices, (text, options) => askChatModel(condensing, text, options)),
  );
  const generate = createGenerator({
    ...parts,
    stream: budget === undefined ? stream : streamWithin(budget, stream),
    prompts,
    askForVerdicts: verifies
      ? askForVerdicts(
          budget === undefined ? ask : askWithin(budget, ask),
          await readPrompt(promptsDir, 'verify-answer', VERIFY_SLOTS),
        )
      : undefined,
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
    const { usage, replaced, omitted, end } = said;
    if (usage !== undefined) {
      log.info('A chat model was asked.', { ...usage, replaced, omitted, end });
    }
    return said;
  };
}

import { ChatModelError, type AskChatModel, type StreamChatModel } from '../ports/chat-model.js';
import { during, itemsDuring, type Stage } from '../ports/stages.js';
import type { TokenUsage } from '../protocol.js';
import type { Observer } from './components.js';

/** The same model, and somebody sees how it replies. */
export function observedAsk(
  observer: Observer | undefined,
  stage: Stage,
  ask: AskChatModel,
): AskChatModel {
  if (observer === undefined) return ask;
  return async (prompt, options) => {
    const onUsage = (usage: TokenUsage): void => {
      observer.onTokens(usage);
      options.onUsage?.(usage);
    };
    const outcome = await during(observer.stages, stage, () =>
      ask(prompt, { ...options, onUsage }),
    );
    observer.onReply(outcome.failure);
    return outcome;
  };
}

/** As {@link observedAsk}, of a reply that comes piece by piece. */
export function observedStream(
  observer: Observer | undefined,
  stream: StreamChatModel,
): StreamChatModel {
  if (observer === undefined) return stream;
  return async function* observed(turns, options) {
    let sum: TokenUsage | undefined;
    const onUsage = (usage: TokenUsage): void => {
      sum = usage;
      options.onUsage?.(usage);
    };
    try {
      yield* itemsDuring(observer.stages, 'provider', stream(turns, { ...options, onUsage }));
      observer.onReply(undefined);
    } catch (error) {
      if (error instanceof ChatModelError) observer.onReply(error.failure);
      throw error;
    } finally {
      if (sum !== undefined) observer.onTokens(sum);
    }
  };
}

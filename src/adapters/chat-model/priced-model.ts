import type { AskChatModel, StreamChatModel } from '../../ports/chat-model.js';
import { priced, type TokenPrices } from '../../prompting/token-prices.js';

/** The same model, whose usage has its cost where prices are known. */
export function streamPriced(
  prices: TokenPrices | undefined,
  stream: StreamChatModel,
): StreamChatModel {
  if (prices === undefined) return stream;
  return (turns, { onUsage, ...options }) =>
    stream(turns, {
      ...options,
      ...(onUsage && {
        onUsage: (usage) => {
          onUsage(priced(usage, prices));
        },
      }),
    });
}

/** As {@link streamPriced}, of a reply that comes as a whole. */
export function askPriced(prices: TokenPrices | undefined, ask: AskChatModel): AskChatModel {
  if (prices === undefined) return ask;
  return (prompt, { onUsage, ...options }) =>
    ask(prompt, {
      ...options,
      onUsage:
        onUsage &&
        ((usage) => {
          onUsage(priced(usage, prices));
        }),
    });
}

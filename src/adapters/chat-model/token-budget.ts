import {
  ChatModelError,
  type AskChatModel,
  type ChatFailure,
  type StreamChatModel,
} from '../../ports/chat-model.js';
import type { Clock } from '../../ports/clock.js';
import { estimateTokens } from '../../prompting/estimate-tokens.js';

/** Characters of a time in ISO 8601 that tell the day. */
const DAY = 'YYYY-MM-DD'.length;

/** Tokens that may be spent on chat models in a day, which begins at midnight UTC. */
export class TokenBudget {
  readonly #tokensADay: number;
  readonly #clock: Clock;
  #day = '';
  #spent = 0;

  constructor(tokensADay: number, clock: Clock) {
    this.#tokensADay = tokensADay;
    this.#clock = clock;
  }

  /** Why nothing more may be asked today; undefined while something may. */
  get refusal(): ChatFailure | undefined {
    this.#turnDay();
    if (this.#spent < this.#tokensADay) return undefined;
    return {
      reason: 'budget-spent',
      message:
        // By the day, so that whoever tells each message once tells it once a day.
        `The ${this.#tokensADay} tokens of ${this.#day} (CHAT_DAILY_TOKENS) are spent: until midnight ` +
        'UTC answers are the texts’ own sentences.',
    };
  }

  spend(tokens: number): void {
    this.#turnDay();
    this.#spent += tokens;
  }

  #turnDay(): void {
    const day = this.#clock().toISOString().slice(0, DAY);
    if (day !== this.#day) this.#spent = 0;
    this.#day = day;
  }
}

/** The same model, until the budget is spent; a reply that has begun is heard to its end. */
export function streamWithin(budget: TokenBudget, stream: StreamChatModel): StreamChatModel {
  return async function* metered(turns, options) {
    const { refusal } = budget;
    if (refusal !== undefined) throw new ChatModelError(refusal);
    let counted = 0;
    yield* stream(turns, {
      ...options,
      onUsage: (usage) => {
        const sum = usage.inputTokens + usage.outputTokens;
        budget.spend(sum - counted);
        counted = sum;
        options.onUsage?.(usage);
      },
    });
  };
}

/** The same model, until the budget is spent; what it takes is estimated where nobody says it. */
export function askWithin(budget: TokenBudget, ask: AskChatModel): AskChatModel {
  return async (prompt, options) => {
    const { refusal } = budget;
    if (refusal !== undefined) return { failure: refusal };
    let counted: number | undefined;
    const outcome = await ask(prompt, {
      ...options,
      onUsage: (usage) => {
        counted = usage.inputTokens + usage.outputTokens;
        options.onUsage?.(usage);
      },
    });
    const said = outcome.failure ? '' : outcome.text;
    budget.spend(counted ?? estimateTokens(prompt) + estimateTokens(said));
    return outcome;
  };
}

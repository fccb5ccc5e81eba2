import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages';
import type { AskOptions, ChatTurn } from '../../ports/chat-model.js';
import { estimateTokens } from '../../prompting/estimate-tokens.js';

/** Counts what a reply takes: as the provider says, or by the characters where it does not. */
export class UsageMeter {
  readonly #onUsage: AskOptions['onUsage'];
  readonly #estimatedInput: number;
  #estimatedOutput = 0;
  #counted = { inputTokens: 0, outputTokens: 0 };

  constructor(turns: readonly ChatTurn[], onUsage: AskOptions['onUsage']) {
    this.#onUsage = onUsage;
    this.#estimatedInput = turns.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  }

  /** LangChain's models tell with each piece what has come to what they told before. */
  note(piece: Pick<AIMessageChunk, 'text'> & { readonly usage_metadata?: unknown }): void {
    if (this.#onUsage === undefined) return;
    const usage = piece.usage_metadata as UsageMetadata | undefined;
    this.#estimatedOutput += estimateTokens(piece.text);
    this.#counted = {
      inputTokens: this.#counted.inputTokens + (usage?.input_tokens ?? 0),
      outputTokens: this.#counted.outputTokens + (usage?.output_tokens ?? 0),
    };
    this.#onUsage(
      this.#counted.inputTokens > 0 && this.#counted.outputTokens > 0
        ? this.#counted
        : {
            inputTokens: this.#estimatedInput,
            outputTokens: this.#estimatedOutput,
            estimated: true,
          },
    );
  }
}

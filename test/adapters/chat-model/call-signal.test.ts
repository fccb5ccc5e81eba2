import { SimpleChatModel } from '@langchain/core/language_models/chat_models';
import { describe, expect, test } from 'vitest';
import { askChatModel } from '../../../src/adapters/chat-model/ask-chat-model.js';
import { parametersFor } from '../../../src/adapters/chat-model/provider-parameters.js';
import { streamChatModel } from '../../../src/adapters/chat-model/stream-chat-model.js';
import { anOpenAiProvider } from '../../support/openai-provider.js';
import { hangs } from '../../support/openai-replies.js';

/** As Ollama's is: it asks through the `fetch` that it was given, and with no signal. */
class HeedlessModel extends SimpleChatModel {
  readonly #url: string;

  constructor(url: string) {
    super({});
    this.#url = url;
  }

  override _llmType(): string {
    return 'heedless';
  }

  override async _call(): Promise<string> {
    const { fetch } = parametersFor('ollama', {
      baseUrl: this.#url,
      apiKey: undefined,
      timeoutMs: 600_000,
    });
    const body = JSON.stringify({ model: 'small', messages: [{ role: 'user', content: 'Hello' }] });
    return (
      await (fetch as typeof globalThis.fetch)(`${this.#url}/chat/completions`, {
        method: 'POST',
        body,
      })
    ).text();
  }
}

const HELLO = [{ role: 'user', content: 'Hello' }] as const;

describe('a client that passes no signal on', () => {
  test.each([
    [
      'streams',
      (model: HeedlessModel, signal: AbortSignal) =>
        streamChatModel(model, HELLO, { signal }).next(),
    ],
    [
      'is asked',
      (model: HeedlessModel, signal: AbortSignal) =>
        askChatModel(model, 'Hello', { timeoutMs: 600_000, signal }),
    ],
  ])('leaves the server all the same when the signal aborts while it %s', async (_how, ask) => {
    const provider = await anOpenAiProvider(() => hangs('silent'));
    const stop = new AbortController();
    const asked = ask(new HeedlessModel(provider.baseUrl), stop.signal).catch(
      (error: unknown) => error,
    );
    await provider.asked(1);
    stop.abort(new Error('enough'));
    expect(await asked).toEqual(new Error('enough'));
    expect(await provider.requests[0]?.left).toBe(true);
  });
});

import { once } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  loadChatModel,
  type ChatModelSettings,
} from '../../../src/adapters/chat-model/load-chat-model.js';
import { DeclarationChatError } from '../../../src/errors.js';
import { anOpenAiProvider } from '../../support/openai-provider.js';
import { says } from '../../support/openai-replies.js';

const KEY = 'sk-very-secret-4711';

async function refusal(settings: ChatModelSettings): Promise<DeclarationChatError> {
  const error: unknown = await loadChatModel(settings).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeclarationChatError);
  expect(error).toMatchObject({ code: 'invalid-configuration' });
  expect(inspect(error)).not.toContain(KEY);
  return error as DeclarationChatError;
}

describe('a model of an OpenAI-compatible server', () => {
  test.each(['openai:small', 'small', 'llama3.2:3b'])(
    'CHAT_MODEL=%s is asked at CHAT_BASE_URL with the key',
    async (model) => {
      const provider = await anOpenAiProvider(() => says('Good morning.'));
      const chat = await loadChatModel({ model, baseUrl: provider.baseUrl, apiKey: KEY });
      const reply = await chat.invoke('Hello');
      expect(reply.text).toBe('Good morning.');
      expect(provider.requests).toHaveLength(1);
      expect(provider.requests[0]).toMatchObject({
        model: model.replace('openai:', ''),
        prompt: 'Hello',
        headers: { authorization: `Bearer ${KEY}` },
      });
      expect(provider.misunderstood).toEqual([]);
    },
  );

  test('is never shown the keys and names meant for another', async () => {
    const variables = {
      OPENAI_API_KEY: KEY,
      OPENAI_ORGANIZATION: KEY,
      OPENAI_PROJECT_ID: KEY,
      OPENAI_ORG_ID: KEY,
    };
    const before = { ...process.env };
    Object.assign(process.env, variables);
    try {
      const provider = await anOpenAiProvider(() => says('Yes.'));
      await (await loadChatModel({ model: 'small', baseUrl: provider.baseUrl })).invoke('Hello');
      expect(JSON.stringify(provider.requests)).not.toContain(KEY);
      expect(provider.requests).toHaveLength(1);
    } finally {
      process.env = before;
    }
  });

  test('streams', async () => {
    const provider = await anOpenAiProvider(() => says('One two three.', { bytesAtATime: 1 }));
    const chat = await loadChatModel({ model: 'small', baseUrl: provider.baseUrl });
    const pieces: string[] = [];
    for await (const chunk of await chat.stream('Count')) pieces.push(chunk.text);
    expect(pieces.filter((piece) => piece !== '')).toEqual(['One ', 'two ', 'three.']);
  });

  test('gets no more requests at once than allowed, also with different call options', async () => {
    const probed = new AbortController();
    const provider = await anOpenAiProvider(async ({ prompt }) => {
      if (prompt !== 'Probe' && !probed.signal.aborted) await once(probed.signal, 'abort');
      return says('Yes.');
    });
    const chat = await loadChatModel({
      model: 'small',
      baseUrl: provider.baseUrl,
      maxConcurrency: 2,
    });
    const replies = Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        chat.invoke('Hello', { metadata: { i }, tags: [String(i)] }),
      ),
    );
    await provider.asked(2);
    // Sent after whatever has been sent of the six, and answered before any of them.
    await (await loadChatModel({ model: 'small', baseUrl: provider.baseUrl })).invoke('Probe');
    probed.abort();
    await replies;
    expect(provider.requests).toHaveLength(7);
    expect(provider.mostAtOnce()).toBe(3);
  });
});

describe('a model that cannot be set up', () => {
  test.each([
    ['ollama:llama3.2:3b', 'npm install @langchain/ollama@1.3.0'],
    ['cohere:small', 'npm install @langchain/cohere'],
  ])('%s without its package says how to install it', async (model, command) => {
    const { message } = await refusal({ model, apiKey: KEY });
    expect(message).toBe(
      `CHAT_MODEL="${model}" needs a package that is not installed. Run \`${command}\`.`,
    );
  });

  test.each(['openai:gpt', 'anthropic:claude-x', 'google-genai:gemini-x', 'mistralai:small'])(
    '%s without a key says which variable to set',
    async (model) => {
      expect((await refusal({ model })).message).toContain('CHAT_API_KEY is not set');
    },
  );

  test.each([
    'gpt-4.1-mini',
    'openai:',
    'openai: ',
    ':gpt',
    'nobody:gpt',
    'toString:gpt',
    '__proto__:gpt',
  ])('CHAT_MODEL=%s names the form and the providers', async (model) => {
    const { message } = await refusal({ model, apiKey: KEY });
    expect(message).toContain('provider:model');
    expect(message).toContain('anthropic');
  });

  test('an address for a provider that takes none is refused', async () => {
    expect(
      (await refusal({ model: 'groq:small', baseUrl: 'http://127.0.0.1:1', apiKey: KEY })).message,
    ).toContain('CHAT_BASE_URL cannot be used with groq');
  });
});

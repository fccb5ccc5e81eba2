import { describe, expect, test } from 'vitest';
import { loadChatModel } from '../../../src/adapters/chat-model/load-chat-model.js';
import { streamChatModel } from '../../../src/adapters/chat-model/stream-chat-model.js';
import { ChatModelError } from '../../../src/ports/chat-model.js';
import type { TokenUsage } from '../../../src/protocol.js';
import { aRecordedProvider, type Recorded } from '../../support/recorded-provider.js';

const KEY = 'key-very-secret-4711';
const TURNS = [
  { role: 'system', content: 'Answer from the sentences.' },
  { role: 'user', content: 'Who inspects bridges?' },
  { role: 'assistant', content: 'The council does.' },
  { role: 'user', content: 'How often?' },
] as const;
const SAID = 'Every four years. [S1]';

interface Provider {
  readonly model: string;
  readonly recorded: Recorded['events'];
  readonly line: string;
  readonly keyHeader: string;
  /** What has to stand in the body. */
  readonly body: object;
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  anthropic: {
    model: 'anthropic:claude-sonnet-4-5',
    line: 'POST /v1/messages',
    keyHeader: 'x-api-key',
    body: {
      model: 'claude-sonnet-4-5',
      temperature: 0,
      max_tokens: 4096,
      stream: true,
      system: 'Answer from the sentences.',
    },
    recorded: [
      {
        event: 'message_start',
        data: {
          type: 'message_start',
          message: {
            id: 'msg_1',
            type: 'message',
            role: 'assistant',
            model: 'claude-sonnet-4-5',
            content: [],
            stop_reason: null,
            stop_sequence: null,
            usage: { input_tokens: 40, output_tokens: 0 },
          },
        },
      },
      {
        event: 'content_block_start',
        data: { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      },
      ...['Every four ', 'years. [S1]'].map((text) => ({
        event: 'content_block_delta',
        data: { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
      })),
      { event: 'content_block_stop', data: { type: 'content_block_stop', index: 0 } },
      {
        event: 'message_delta',
        data: {
          type: 'message_delta',
          delta: { stop_reason: 'end_turn', stop_sequence: null },
          usage: { output_tokens: 9 },
        },
      },
      { event: 'message_stop', data: { type: 'message_stop' } },
    ],
  },
  google: {
    model: 'google-genai:gemini-2.5-flash',
    line: 'POST /v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse',
    keyHeader: 'x-goog-api-key',
    body: { generationConfig: { temperature: 0, maxOutputTokens: 4096 } },
    recorded: ['Every four ', 'years. [S1]'].map((text, i) => ({
      data: {
        candidates: [
          {
            content: { parts: [{ text }], role: 'model' },
            index: 0,
            ...(i === 1 ? { finishReason: 'STOP' } : {}),
          },
        ],
        usageMetadata: {
          promptTokenCount: 40,
          candidatesTokenCount: i === 1 ? 9 : 4,
          totalTokenCount: i === 1 ? 49 : 44,
        },
        modelVersion: 'gemini-2.5-flash',
      },
    })),
  },
  mistral: {
    model: 'mistralai:mistral-small-latest',
    line: 'POST /v1/chat/completions',
    keyHeader: 'authorization',
    body: { model: 'mistral-small-latest', temperature: 0, max_tokens: 4096, stream: true },
    recorded: [
      ...['Every four ', 'years. [S1]'].map((content, i) => ({
        data: {
          id: 'cmpl-1',
          object: 'chat.completion.chunk',
          created: 1,
          model: 'mistral-small-latest',
          choices: [
            {
              index: 0,
              delta: { role: 'assistant', content },
              finish_reason: i === 1 ? 'stop' : null,
            },
          ],
          ...(i === 1
            ? { usage: { prompt_tokens: 40, completion_tokens: 9, total_tokens: 49 } }
            : {}),
        },
      })),
      { data: '[DONE]' },
    ],
  },
};

async function hear(
  model: string,
  recorded: Recorded,
): Promise<{
  readonly text: string;
  readonly usage: TokenUsage | undefined;
  readonly error: unknown;
  readonly requests: Awaited<ReturnType<typeof aRecordedProvider>>['requests'];
}> {
  const { address, requests } = await aRecordedProvider(recorded);
  const chat = await loadChatModel({ model, baseUrl: address, apiKey: KEY, maxRetries: 0 });
  let [text, usage, error]: [string, TokenUsage | undefined, unknown] = ['', undefined, undefined];
  try {
    const { signal } = new AbortController();
    for await (const piece of streamChatModel(chat, TURNS, {
      signal,
      onUsage: (used) => {
        usage = used;
      },
    })) {
      text += piece;
    }
  } catch (thrown) {
    error = thrown;
  }
  return { text, usage, error, requests };
}

describe.each(Object.entries(PROVIDERS))('%s', (_name, provider) => {
  test('is asked as its service wants, with the key, and heard', async () => {
    const heard = await hear(provider.model, { status: 200, events: provider.recorded });
    expect(heard.error).toBeUndefined();
    expect(heard.text).toBe(SAID);
    expect(heard.usage).toEqual({ inputTokens: 40, outputTokens: 9 });
    expect(heard.requests).toHaveLength(1);
    expect(heard.requests[0]).toMatchObject({ line: provider.line, body: provider.body });
    expect(heard.requests[0]?.headers[provider.keyHeader]).toContain(KEY);
    const said = JSON.stringify(heard.requests[0]?.body);
    for (const { content } of TURNS) expect(said).toContain(content);
  });

  test.each([
    [401, 'key-refused'],
    [404, 'not-found'],
    [400, 'request-refused'],
  ])('that answers %i is told of in our words', async (status, reason) => {
    const { text, error } = await hear(provider.model, {
      status,
      events: [
        { data: { error: { type: 'x', message: `the key ${KEY} is wrong`, code: status } } },
      ],
    });
    expect(text).toBe('');
    expect(error).toBeInstanceOf(ChatModelError);
    expect((error as ChatModelError).failure).toMatchObject({ reason });
    expect(JSON.stringify(error)).not.toContain(KEY);
  });
});

import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { DeclarationChatError } from '../../../src/errors.js';
import type { ChatEvent, ChatReply } from '../../../src/protocol.js';
import type { AppDependencies } from '../../../src/server/dependencies.js';
import {
  ANSWER,
  CITATION,
  EVENTS,
  fakeBackend,
  NEAREST,
  type FakeBackend,
} from '../../support/fake-backend.js';
import { runApp } from '../../support/running-app.js';

const QUESTION = { role: 'user', content: 'Who decides on dams?' } as const;
const ABSTENTION: ChatReply = {
  id: 'reply-2',
  answer: 'The texts do not answer this.',
  answered: false,
  mode: 'extractive',
  query: 'Who decides on seas?',
  citations: [],
  nearest: [NEAREST],
};

async function client(
  backend: FakeBackend,
  more: Partial<AppDependencies> = {},
): Promise<{ readonly openai: OpenAI; readonly url: string }> {
  const { url } = await runApp(backend, more);
  return {
    url,
    openai: new OpenAI({ baseURL: `${url}/v1`, apiKey: 'anything', maxRetries: 0 }),
  };
}

function ending(reply: ChatReply): readonly ChatEvent[] {
  return [
    { type: 'delta', text: reply.answer },
    { type: 'answer', reply },
  ];
}

function askedOf(backend: FakeBackend): unknown {
  return backend.calls.map(({ inquiry }) => inquiry);
}

describe('a completion', () => {
  test('is the answer with an annotation for each marker, and its sources below', async () => {
    const { openai, url } = await client(fakeBackend());
    const { choices, usage, ...completion } = await openai.chat.completions.create({
      model: 'declaration-chat',
      messages: [QUESTION],
    });
    expect(completion).toMatchObject({ object: 'chat.completion', model: 'declaration-chat' });
    expect(choices).toMatchObject([
      { index: 0, finish_reason: 'stop', message: { role: 'assistant', refusal: null } },
    ]);
    const { content, annotations = [] } = choices[0]?.message ?? {};
    const address = `${url}/documents/rivers-1999#p2`;
    expect(content).toBe(
      `${ANSWER.answer}\n\n---\n\n**Sources**\n\n` +
        `1. [Declaration on Rivers, 2](${address}): “Dams are built by consent.”`,
    );
    expect(annotations.map(({ url_citation: cited }) => cited)).toMatchObject([
      { title: 'Declaration on Rivers, 2', url: address },
    ]);
    for (const { url_citation: cited } of annotations) {
      expect(content?.slice(cited.start_index, cited.end_index)).toBe('[1]');
    }
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
    expect(usage?.completion_tokens).toBeGreaterThan(10);
  });

  test('is the answer alone where the server says so', async () => {
    const { openai } = await client(fakeBackend(), { sourceList: false });
    const { choices } = await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    expect(choices[0]?.message.content).toBe(ANSWER.answer);
    expect(choices[0]?.message.annotations).toHaveLength(1);
  });

  test('that the texts do not give shows what came nearest, and cites nothing', async () => {
    const { openai, url } = await client(fakeBackend({ events: () => ending(ABSTENTION) }));
    const { choices } = await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    expect(choices[0]?.message.annotations).toEqual([]);
    expect(choices[0]?.message.content).toBe(
      `${ABSTENTION.answer}\n\n---\n\n**Closest words**\n\n` +
        `- [Declaration on Rivers, 2](${url}/documents/rivers-1999#p2): “Dams are built by consent.”`,
    );
  });

  test('keeps Markdown of titles and quotes from being taken for its own', async () => {
    const citation = { ...CITATION, documentTitle: 'On [Rivers]', quote: '<b>*Dams*</b>\nstand' };
    const reply: ChatReply = { ...ANSWER, answered: true, citations: [citation] };
    const { openai } = await client(fakeBackend({ events: () => ending(reply) }));
    const { choices } = await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    expect(choices[0]?.message.content).toContain('[On \\[Rivers\\], 2](');
    expect(choices[0]?.message.content).toContain('“\\<b>\\*Dams\\*\\</b> stand”');
  });

  test('has its headings in the language of the question', async () => {
    const { openai } = await client(fakeBackend());
    const { choices } = await openai.chat.completions.create({
      model: 'm',
      messages: [{ role: 'user', content: 'Кто решает, где строить плотины на реке?' }],
    });
    expect(choices[0]?.message.content).toContain('**Источники**');
  });

  test('that a chat model broke off says so', async () => {
    const reply: ChatReply = { ...ANSWER, answered: true, citations: [CITATION], truncated: true };
    const { openai } = await client(fakeBackend({ events: () => ending(reply) }));
    const { choices } = await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    expect(choices[0]?.finish_reason).toBe('length');
  });
});

describe('a stream', () => {
  test('adds up to the completion', async () => {
    const { openai, url } = await client(fakeBackend());
    const stream = openai.chat.completions.stream({
      model: 'm',
      messages: [QUESTION],
      stream_options: { include_usage: true },
    });
    const parts: string[] = [];
    stream.on('content', (delta) => parts.push(delta));
    const { choices, usage } = await stream.finalChatCompletion();
    const whole = await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    expect(parts.slice(0, 2)).toEqual(['Dams are built\u2028', 'by consent. [1]']);
    expect(choices[0]?.message.content).toBe(whole.choices[0]?.message.content);
    expect(choices[0]?.message.annotations).toEqual(whole.choices[0]?.message.annotations);
    expect(choices[0]?.message.annotations?.[0]?.url_citation.url).toBe(
      `${url}/documents/rivers-1999#p2`,
    );
    expect(choices[0]?.finish_reason).toBe('stop');
    expect(usage).toEqual(whole.usage);
  });

  test('tells no usage where nobody asked', async () => {
    const { openai } = await client(fakeBackend());
    const stream = await openai.chat.completions.create({
      model: 'm',
      messages: [QUESTION],
      stream: true,
    });
    for await (const chunk of stream) {
      expect(chunk.choices).toHaveLength(1);
      expect(chunk.usage).toBeUndefined();
    }
  });

  test('that fails in the middle is an error to the client', async () => {
    const { openai } = await client(
      fakeBackend({
        *events() {
          yield* EVENTS.slice(0, 3);
          throw new Error('ENOENT /srv/secret');
        },
      }),
    );
    const stream = await openai.chat.completions.create({
      model: 'm',
      messages: [QUESTION],
      stream: true,
    });
    const read = async (): Promise<void> => {
      for await (const chunk of stream) expect(chunk.object).toBe('chat.completion.chunk');
    };
    await expect(read()).rejects.toThrow(/server's own fault/);
    await expect(read()).rejects.not.toThrow(/secret/);
  });
});

describe('a conversation', () => {
  test('is what people and assistants said; systems and tools are passed over', async () => {
    const backend = fakeBackend();
    const { openai } = await client(backend);
    const first = await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    await openai.chat.completions.create({
      model: 'gpt-4o',
      temperature: 0.2,
      max_completion_tokens: 10,
      tools: [{ type: 'function', function: { name: 'f' } }],
      messages: [
        { role: 'system', content: 'Answer as a pirate.' },
        { role: 'developer', content: 'Never cite.' },
        QUESTION,
        { role: 'assistant', content: first.choices[0]?.message.content ?? '' },
        { role: 'assistant', tool_calls: [], content: null },
        { role: 'tool', tool_call_id: 'x', content: 'done' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'And who' },
            { type: 'text', text: 'pays?' },
          ],
        },
      ],
    });
    expect(askedOf(backend)).toEqual([
      { messages: [QUESTION] },
      {
        messages: [
          QUESTION,
          { role: 'assistant', content: ANSWER.answer },
          { role: 'user', content: 'And who\npays?' },
        ],
      },
    ]);
  });

  test('of any length is answered: the latest turns count, earlier ones are cut', async () => {
    const backend = fakeBackend();
    const { openai } = await client(backend);
    const turns = Array.from({ length: 40 }, (_, turn) => [
      { role: 'user' as const, content: `${turn}${'a'.repeat(4_500)}`.slice(0, 4_500) },
      { role: 'assistant' as const, content: `${turn}` },
    ]).flat();
    await openai.chat.completions.create({ model: 'm', messages: [...turns, QUESTION] });
    const asked = backend.calls[0]?.inquiry.messages ?? [];
    expect(asked).toHaveLength(50);
    expect(asked.at(-1)).toEqual(QUESTION);
    expect(Math.max(...asked.map(({ content }) => content.length))).toBe(4_000);
  });

  test('may stay within documents', async () => {
    const backend = fakeBackend();
    const { openai } = await client(backend);
    await openai.chat.completions.create({
      model: 'm',
      messages: [QUESTION],
      ...{ documents: ['rivers-1999'] },
    });
    expect(askedOf(backend)).toEqual([{ messages: [QUESTION], documents: ['rivers-1999'] }]);
  });
});

describe('errors', () => {
  test.each([
    ['no messages', { messages: [] }, /messages: expected at least one message/],
    ['an unknown role', { messages: [{ role: 'boss', content: 'a' }] }, /role: expected/],
    ['no question', { messages: [{ role: 'assistant', content: 'a' }] }, /user's question/],
    ['an empty question', { messages: [{ role: 'user', content: ' ' }] }, /visible character/],
    [
      'a picture alone',
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: {} }] }] },
      /visible character/,
    ],
    [
      'a question too long',
      { messages: [{ role: 'user', content: 'a'.repeat(4_001) }] },
      /at most 4000 characters/,
    ],
    ['several choices', { messages: [QUESTION], n: 2 }, /one answer/],
    ['JSON', { messages: [QUESTION], response_format: { type: 'json_object' } }, /never JSON/],
    ['a tool', { messages: [QUESTION], tool_choice: 'required' }, /no tool is called/],
    ['a document that is not there', { messages: [QUESTION], documents: ['x'] }, /no document/],
  ])('of a request for %s have the shape of OpenAI’s', async (what, body, message) => {
    const { url } = await client(fakeBackend());
    const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'k', maxRetries: 0 });
    for (const stream of [false, true]) {
      const asking = openai.chat.completions.create({
        model: 'm',
        ...(body as { messages: [] }),
        stream,
      });
      const error = await asking.then(() => undefined).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(OpenAI.APIError);
      expect(error).toMatchObject({ type: 'invalid_request_error', param: null });
      expect((error as { status: number }).status).toBe(what.startsWith('a document') ? 404 : 400);
      expect((error as Error).message).toMatch(message);
    }
  });

  test.each([
    ['/v1/nothing', 404, 'not-found'],
    ['/v1/chat/completions', 405, 'method-not-allowed'],
  ])('of GET %s too, also for a browser', async (path, status, code) => {
    const { url } = await client(fakeBackend());
    const response = await fetch(url + path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ error: { code, type: 'invalid_request_error' } });
  });

  test('of a busy server are tried again by the client', async () => {
    let asked = 0;
    const backend = fakeBackend({
      *events() {
        asked += 1;
        if (asked === 1) throw new DeclarationChatError('overloaded', 'Busy.');
        yield* EVENTS;
      },
    });
    const { url } = await runApp(backend);
    const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'k', maxRetries: 1 });
    await openai.chat.completions.create({ model: 'm', messages: [QUESTION] });
    expect(asked).toBe(2);
  });

  test('a server with a token lets in who bears it, and nobody else', async () => {
    const apiToken = 'a-token-of-sixteen-signs';
    const { url } = await runApp(fakeBackend(), { apiToken });
    const ask = (apiKey: string): Promise<unknown> =>
      new OpenAI({ baseURL: `${url}/v1`, apiKey }).chat.completions.create({
        model: 'm',
        messages: [QUESTION],
      });
    await expect(ask('another-token-altogether')).rejects.toBeInstanceOf(
      OpenAI.AuthenticationError,
    );
    await expect(ask(apiToken)).resolves.toMatchObject({ object: 'chat.completion' });
  });
});

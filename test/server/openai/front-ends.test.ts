import { describe, expect, test } from 'vitest';
import { serverSentEvents } from '../../../src/client/server-sent-events.js';
import { ANSWER, fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { runApp } from '../../support/running-app.js';

/**
 * Requests as front ends write them, of those fields that their sources name. What they do with the
 * reply is written down beside each.
 */
const QUESTION = 'Who decides on dams?';
const FIRST_ANSWER = 'Dams are built by consent. [1]\n\n---\n\n**Sources**\n\n1. Rivers, 2';

interface Asked {
  readonly backend: FakeBackend;
  readonly ask: (path: string, body?: object, headers?: object) => Promise<Response>;
}

async function aServer(): Promise<Asked> {
  const backend = fakeBackend();
  const { url } = await runApp(backend);
  return {
    backend,
    ask: (path, body, headers = {}) =>
      fetch(`${url}/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: 'Bearer sk-any', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string } }[];
  readonly usage?: object;
}

async function streamed(response: Response): Promise<readonly Chunk[]> {
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events: string[] = [];
  for await (const { data } of serverSentEvents(response)) events.push(data);
  expect(events.at(-1)).toBe('[DONE]');
  return events.slice(0, -1).map((data) => JSON.parse(data) as Chunk);
}

const textOf = (chunks: readonly Chunk[]): string =>
  chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');

async function contentOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  const { choices } = (await response.json()) as {
    readonly choices: readonly { readonly message: { readonly content: string } }[];
  };
  return choices[0]?.message.content ?? '';
}

test('the list of models is what all of them read: objects with an id', async () => {
  const { ask } = await aServer();
  const list = (await (await ask('/models')).json()) as { readonly data: readonly object[] };
  expect(list).toMatchObject({ object: 'list' });
  expect(list.data[0]).toMatchObject({ id: 'declaration-chat', object: 'model' });
  expect(await (await ask('/models/declaration-chat')).json()).toEqual(list.data[0]);
});

describe('Open WebUI', () => {
  test('streams an answer to a question with a system prompt and a picture', async () => {
    const { ask, backend } = await aServer();
    const chunks = await streamed(
      await ask('/chat/completions', {
        stream: true,
        model: 'declaration-chat',
        messages: [
          { role: 'system', content: 'User Context:\n\n### You are helpful.' },
          {
            role: 'user',
            content: [
              { type: 'text', text: QUESTION },
              { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
            ],
          },
        ],
        stream_options: { include_usage: true },
        temperature: 0.8,
        top_p: 0.9,
        max_tokens: 128,
        seed: 1,
        stop: ['###'],
        logit_bias: {},
        user: { id: '1' },
      }),
    );
    expect(textOf(chunks)).toContain(ANSWER.answer);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 5 } });
    expect(backend.calls[0]?.inquiry.messages).toEqual([{ role: 'user', content: QUESTION }]);
  });

  // A title and tags are JSON between braces; without these the first message is the title, and
  // there are no tags and nothing is proposed.
  test.each(['Name the conversation.', 'Tag the conversation.', 'Propose how to go on.'])(
    'asks of a conversation “%s”, and finds no JSON, however long that is',
    async (task) => {
      const { ask, backend } = await aServer();
      const history = `USER: ${QUESTION}\nASSISTANT: ${FIRST_ANSWER}${' and so on'.repeat(900)}`;
      const content = await contentOf(
        await ask('/chat/completions', {
          model: 'declaration-chat',
          messages: [
            {
              role: 'user',
              content: `### Task:\n${task}\n### Output:\nJSON format: { "title": "" }\n### Chat History:\n<chat_history>\n${history}\n</chat_history>`,
            },
          ],
          stream: false,
          max_completion_tokens: 1_000,
        }),
      );
      expect(content).toBe(QUESTION);
      expect(backend.calls).toEqual([]);
    },
  );
});

describe('LibreChat', () => {
  test('streams an answer, with parts of text, earlier turns and tools that may be called', async () => {
    const { ask, backend } = await aServer();
    const chunks = await streamed(
      await ask('/chat/completions', {
        model: 'declaration-chat',
        user: '6630',
        stream: true,
        stream_options: { include_usage: true },
        temperature: 1,
        presence_penalty: 0,
        n: 1,
        parallel_tool_calls: true,
        tool_choice: 'auto',
        tools: [{ type: 'function', function: { name: 'search', parameters: {} } }],
        messages: [
          { role: 'user', content: [{ type: 'text', text: QUESTION }] },
          { role: 'assistant', content: [{ type: 'text', text: FIRST_ANSWER }] },
          { role: 'user', content: [{ type: 'text', text: 'And fish?' }] },
        ],
      }),
    );
    expect(textOf(chunks)).toContain(ANSWER.answer);
    expect(backend.calls[0]?.inquiry.messages.map(({ content }) => content)).toEqual([
      QUESTION,
      'Dams are built by consent. [1]',
      'And fish?',
    ]);
  });

  // What comes is the title.
  test('has the first question for a title, streamed too', async () => {
    const { ask } = await aServer();
    const messages = [
      {
        role: 'user',
        content: `Give a title.\n\nConversation:\nUser: ${QUESTION}\nAI: ${FIRST_ANSWER}`,
      },
    ];
    const body = { model: 'declaration-chat', temperature: 0.2, messages };
    expect(await contentOf(await ask('/chat/completions', body))).toBe(QUESTION);
    const chunks = await streamed(await ask('/chat/completions', { ...body, stream: true }));
    expect(textOf(chunks)).toBe(QUESTION);
  });
});

describe('Continue', () => {
  test('streams an answer to a question with files beside it, by an Azure header too', async () => {
    const { ask, backend } = await aServer();
    const chunks = await streamed(
      await ask(
        '/chat/completions',
        {
          messages: [
            { role: 'system', content: '<important_rules>…</important_rules>' },
            { role: 'user', content: QUESTION },
          ],
          model: 'declaration-chat',
          max_tokens: 4_096,
          stream: true,
          stop: ['\n'],
          prediction: null,
        },
        { 'api-key': 'sk-any' },
      ),
    );
    expect(textOf(chunks)).toContain(ANSWER.answer);
    expect(backend.calls[0]?.inquiry.messages).toEqual([{ role: 'user', content: QUESTION }]);
  });
});

test('a question that only speaks of users and assistants is asked of the texts', async () => {
  const { ask, backend } = await aServer();
  for (const content of ['User: who decides on dams?', 'What must a user: do?\nA I: nothing']) {
    await ask('/chat/completions', { model: 'm', messages: [{ role: 'user', content }] });
    expect(backend.calls.at(-1)?.inquiry.messages.at(-1)?.content).toBe(content);
  }
});

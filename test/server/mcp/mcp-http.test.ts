import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as EarlierClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as EarlierTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DeclarationChatError } from '../../../src/errors.js';
import type { ChatReply } from '../../../src/protocol.js';
import { aDocument, ANSWER, CITATION, fakeBackend, NEAREST } from '../../support/fake-backend.js';
import { post, rawRequest, runApp } from '../../support/running-app.js';

const CLIENT = { name: 'test', version: '1.0.0' };

async function connected(
  url: string,
  token?: string,
): Promise<Pick<Client, 'callTool' | 'listTools' | 'listResources'> & Client> {
  const client = new Client(CLIENT);
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
      ...(token === undefined
        ? {}
        : { requestInit: { headers: { authorization: `Bearer ${token}` } } }),
    }),
  );
  onTestFinished(() => client.close());
  return client;
}

describe('over streamable HTTP', () => {
  test('the tools are told with what they take and give', async () => {
    const client = await connected((await runApp(fakeBackend())).url);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'ask',
      'search',
      'read_paragraph',
      'list_documents',
    ]);
    for (const { inputSchema, outputSchema, annotations, description } of tools) {
      expect(inputSchema.type).toBe('object');
      expect(outputSchema?.type).toBe('object');
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(description?.length).toBeGreaterThan(40);
    }
  });

  test('ask gives the reply of the chat endpoint, its addresses whole', async () => {
    const { url } = await runApp(fakeBackend());
    const client = await connected(url);
    const { structuredContent, content } = await client.callTool({
      name: 'ask',
      arguments: { question: 'Who decides on dams?' },
    });
    const address = `${url}/documents/rivers-1999#p2`;
    expect(structuredContent).toEqual({ ...ANSWER, citations: [{ ...CITATION, url: address }] });
    expect(content).toEqual([
      {
        type: 'text',
        text:
          `${ANSWER.answer}\n\n---\n\n**Sources**\n\n` +
          `1. [Declaration on Rivers, 2](${address}): “Dams are built by consent.”`,
      },
    ]);
  });

  test('an abstention shows what came nearest', async () => {
    const reply: ChatReply = {
      id: 'r',
      answer: 'The texts do not answer this.',
      answered: false,
      mode: 'extractive',
      query: 'q',
      citations: [],
      nearest: [NEAREST],
    };
    const { url } = await runApp(fakeBackend({ events: () => [{ type: 'answer', reply }] }));
    const { structuredContent } = await (
      await connected(url)
    ).callTool({ name: 'ask', arguments: { question: 'Who decides on seas?' } });
    expect(structuredContent).toEqual({
      ...reply,
      nearest: [{ ...NEAREST, url: `${url}${NEAREST.url}` }],
    });
  });

  test('search, read_paragraph and list_documents give what there is', async () => {
    const { url } = await runApp(fakeBackend());
    const client = await connected(url);
    const found = await client.callTool({
      name: 'search',
      arguments: { question: 'dams', topK: 3, documents: ['rivers-1999'] },
    });
    expect(found.structuredContent).toMatchObject({
      query: 'dams',
      passages: [{ paragraph: '2', url: `${url}/documents/rivers-1999#p2` }],
    });
    const paragraph = { document: 'rivers-1999', paragraph: '2' };
    const read = await client.callTool({ name: 'read_paragraph', arguments: paragraph });
    expect(read.structuredContent).toEqual({
      documentId: 'rivers-1999',
      documentTitle: 'Declaration on Rivers',
      paragraph: '2',
      section: [],
      text: '2. Dams are built by consent.',
      start: 46,
      end: 75,
      url: `${url}/documents/rivers-1999#p2`,
    });
    const listed = await client.callTool({ name: 'list_documents', arguments: {} });
    expect(listed.structuredContent).toMatchObject({
      documents: [{ id: 'rivers-1999', url: `${url}/documents/rivers-1999` }, { id: 'lakes-2001' }],
    });
  });

  test.each([
    ['ask', { question: ' ' }, /visible character/],
    ['ask', { question: 'a', documents: ['seas'] }, /no document .{2}seas/],
    ['ask', { question: 'a', extra: 1 }, /extra/],
    ['read_paragraph', { document: 'seas', paragraph: '1' }, /There are rivers-1999, lakes-2001/],
    ['read_paragraph', { document: 'rivers-1999', paragraph: '9' }, /It has 1, 2\./],
  ])('%s of %j is a result that says what is wrong', async (name, args, message) => {
    const client = await connected((await runApp(fakeBackend())).url);
    const { isError, content } = await client.callTool({ name, arguments: args });
    expect(isError).toBe(true);
    expect(JSON.stringify(content)).toMatch(message);
  });

  test('a failure of the server tells its number and no more', async () => {
    const { url, incidents } = await runApp(
      fakeBackend({
        *events() {
          throw new DeclarationChatError('index-corrupt', '/srv/secret is damaged');
        },
      }),
    );
    const client = await connected(url);
    const { isError, content } = await client.callTool({
      name: 'ask',
      arguments: { question: 'a' },
    });
    expect(isError).toBe(true);
    expect(JSON.stringify(content)).not.toContain('secret');
    expect(JSON.stringify(content)).toContain(incidents[0]?.id);
  });

  test('texts and paragraphs are resources, by the labels that they are cited by', async () => {
    const labelled = aDocument({ id: 'on-seas', lines: ['1. Seas are free.'] });
    const paragraphs = labelled.paragraphs.map((only) => ({ ...only, label: '第62条(a)/1' }));
    const client = await connected(
      (await runApp(fakeBackend({ documents: [{ ...labelled, paragraphs }] }))).url,
    );
    const { resources } = await client.listResources();
    expect(resources).toEqual([
      {
        uri: 'declaration-chat://documents/on-seas',
        name: 'on-seas',
        title: 'on-seas',
        description: 'The whole text, in the source’s own characters.',
        mimeType: 'text/plain',
      },
    ]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ name }) => name)).toEqual(['document', 'paragraph']);
    const uri = 'declaration-chat://documents/on-seas';
    expect((await client.readResource({ uri })).contents).toMatchObject([
      { text: '1. Seas are free.' },
    ]);
    const place = `${uri}/paragraphs/${encodeURIComponent('第62条(a)/1')}`;
    expect((await client.readResource({ uri: place })).contents).toMatchObject([
      { uri: place, mimeType: 'text/plain', text: '1. Seas are free.' },
    ]);
    const gone = client.readResource({ uri: 'declaration-chat://documents/none' });
    await expect(gone).rejects.toThrow(/There are on-seas/);
    const completed = await client.complete({
      ref: {
        type: 'ref/resource',
        uri: 'declaration-chat://documents/{document}/paragraphs/{paragraph}',
      },
      argument: { name: 'paragraph', value: '第' },
      context: { arguments: { document: 'on-seas' } },
    });
    expect(completed.completion.values).toEqual(['第62条(a)/1']);
  });

  test('prompts word common tasks', async () => {
    const client = await connected((await runApp(fakeBackend())).url);
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'cited_answer',
      'compare_documents',
      'outline_document',
    ]);
    const { messages } = await client.getPrompt({
      name: 'cited_answer',
      arguments: { question: 'Who decides on dams?' },
    });
    expect(JSON.stringify(messages)).toContain('Who decides on dams?');
  });

  test('the present revision is spoken with clients that know it', async () => {
    const { url } = await runApp(fakeBackend());
    const client = new Client(CLIENT, { versionNegotiation: { mode: 'auto' } });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
    onTestFinished(() => client.close());
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    const reply = await client.callTool({ name: 'ask', arguments: { question: 'Who decides?' } });
    expect(reply.structuredContent).toMatchObject({ answer: ANSWER.answer });
  });

  test('clients of earlier revisions are served as well', async () => {
    const { url } = await runApp(fakeBackend());
    const client = new EarlierClient(CLIENT);
    await client.connect(new EarlierTransport(new URL(`${url}/mcp`)));
    onTestFinished(() => client.close());
    const reply = await client.callTool({ name: 'ask', arguments: { question: 'Who decides?' } });
    expect(reply.structuredContent).toMatchObject({ answer: ANSWER.answer });
    expect((await client.listResources()).resources).toHaveLength(2);
  });
});

describe('who may come in', () => {
  const HELLO = { jsonrpc: '2.0', id: 1, method: 'ping' };
  const accept = { accept: 'application/json, text/event-stream' };

  test('no page of another site, nor one under a name that was pointed here', async () => {
    const backend = fakeBackend();
    const { url } = await runApp(backend);
    const body = JSON.stringify(HELLO);
    const headers = { 'content-type': 'application/json', ...accept };
    for (const guest of [{ origin: 'https://evil.example' }, { host: 'evil.example' }]) {
      const reply = await rawRequest(url, {
        path: '/mcp',
        method: 'POST',
        headers: { ...headers, ...guest },
        body,
      });
      expect(reply.status).toBe(403);
    }
    expect(backend.calls).toEqual([]);
  });

  test('only who bears the token, where there is one', async () => {
    const apiToken = 'a-token-of-sixteen-signs';
    const { url } = await runApp(fakeBackend(), { apiToken });
    const refused = await post(`${url}/mcp`, HELLO, { headers: accept });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const client = await connected(url, apiToken);
    expect((await client.listTools()).tools).toHaveLength(4);
  });

  test('GET and DELETE, which belong to sessions, are refused', async () => {
    const { url } = await runApp(fakeBackend());
    for (const method of ['GET', 'DELETE']) {
      expect((await fetch(`${url}/mcp`, { method })).status).toBe(405);
    }
  });
});

describe('what would not end', () => {
  const call = (id: number): object => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name: 'ask', arguments: { question: 'q' } },
  });
  const accept = { accept: 'application/json, text/event-stream' };

  test.each([
    ['a list of messages', [call(1), call(2)], 'Send one message a request'],
    [
      'a subscription',
      { jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params: {} },
      'There is nothing to subscribe to',
    ],
  ])('%s is refused, and nothing is asked', async (_what, body, detail) => {
    const backend = fakeBackend();
    const { url } = await runApp(backend);
    const reply = await post(`${url}/mcp`, body, { headers: accept });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining(detail) as string,
    });
    expect(backend.calls).toEqual([]);
  });
});

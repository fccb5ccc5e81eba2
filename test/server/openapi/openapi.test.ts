import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Express } from 'express';
import { describe, expect, test } from 'vitest';
import type { ChatReply } from '../../../src/protocol.js';
import { createApp } from '../../../src/server/create-app.js';
import type { AppDependencies, ChatBackend } from '../../../src/server/dependencies.js';
import { Feedback } from '../../../src/server/feedback/feedback.js';
import { Metrics } from '../../../src/server/metrics/metrics.js';
import { CITATION, EVENTS, fakeBackend, NEAREST } from '../../support/fake-backend.js';
import { LIVE_STATE } from '../../support/live-state.js';
import { post, runApp } from '../../support/running-app.js';
import { faults, told, type Described, type Told } from '../../support/told.js';

const DEPENDENCIES: Partial<AppDependencies> = {
  metrics: new Metrics(() => LIVE_STATE),
  reload: () => Promise.resolve(undefined),
};
const BACKEND: ChatBackend = {
  ...fakeBackend(),
  suggest: () => ['Who decides on dams?'],
  sources: {
    has: () => true,
    read: () => Promise.resolve({ bytes: Buffer.from('1. Rivers'), name: 'rivers.txt' }),
  },
  embedder: {
    model: 'declaration-encoder',
    dimensions: 2,
    embed: (texts) => Promise.resolve(texts.map(() => [0.6, 0.8])),
  },
};
/** What stands for a parameter in its path. */
const IDS: Record<string, string> = { '/v1/models/{id}': 'declaration-encoder' };

function operationsOf(document: Told): {
  readonly method: string;
  readonly path: string;
  readonly operation: Described;
}[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

function ask(
  url: string,
  { method, path, operation }: ReturnType<typeof operationsOf>[number],
  body?: unknown,
): Promise<Response> {
  const page = encodeURIComponent(`${url}/documents/rivers-1999#p2`);
  const query = path === '/oembed' ? `?url=${page}` : '';
  const place = path.replace('{id}', IDS[path] ?? 'rivers-1999') + query;
  const example = operation.requestBody?.content['application/json']?.example;
  const accept = path === '/mcp' ? 'application/json, text/event-stream' : '*/*';
  return fetch(url + place, {
    method: method.toUpperCase(),
    headers: { accept, ...(example === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(example === undefined ? {} : { body: JSON.stringify(body ?? example) }),
  });
}

/** Paths of all routes of an app and its routers. */
function routesOf(app: Express): string[] {
  interface Layer {
    readonly route?: { readonly path: string };
    readonly handle?: { readonly stack?: readonly Layer[] };
  }
  const paths = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) =>
      route === undefined ? paths(handle?.stack ?? []) : [route.path],
    );
  return paths((app as unknown as { router: { stack: readonly Layer[] } }).router.stack);
}

test('what visitors say of replies is told where it is kept', async () => {
  const book = { add: () => Promise.resolve() };
  const feedback = new Feedback({ book, onTrouble: () => undefined });
  const { url } = await runApp(BACKEND, { feedback });
  const document = await told(url);
  const { requestBody, responses } = document.paths['/api/feedback']?.['post'] ?? {};
  expect(Object.keys(responses ?? {})).toEqual(['204', 'default']);
  const { id } = (await (await post(`${url}/api/chat`, { question: 'q' })).json()) as ChatReply;
  const example = requestBody?.content['application/json']?.example as object;
  expect((await post(`${url}/api/feedback`, { ...example, id })).status).toBe(204);
});

describe('the document', () => {
  test('is valid by the schema of OpenAPI’s schemas, and every name in it leads somewhere', async () => {
    const document = await told((await runApp(BACKEND, DEPENDENCIES)).url);
    expect(document.openapi).toBe('3.1.1');
    const { schemas } = document.components;
    const ajv = new Ajv2020({ strict: false });
    for (const schema of Object.values(schemas)) expect(ajv.validateSchema(schema)).toBe(true);
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, name = '']) => name.replace('#/components/schemas/', ''),
    );
    expect([...new Set(named)].filter((name) => !(name in schemas))).toEqual([]);
    const ids = operationsOf(document).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('tells every route but those for people', async () => {
    const document = await told((await runApp(BACKEND, DEPENDENCIES)).url);
    const served = routesOf(createApp({ backend: () => BACKEND, ...DEPENDENCIES }));
    const forPeople = ['/', '/docs', '/problems', '/widget.js', '/widget-more.js'];
    const programs = served
      .map((path) => path.replace(':id', '{id}'))
      .filter((path) => !forPeople.includes(path) && !path.startsWith('/widget/'));
    expect(programs.toSorted()).toEqual(Object.keys(document.paths).toSorted());
  });

  test('tells what a server has: without metrics none are told', async () => {
    const document = await told((await runApp(BACKEND)).url);
    expect(Object.keys(document.paths)).not.toContain('/metrics');
    expect(Object.keys(document.paths)).not.toContain('/admin/reload');
  });
});

describe('what the document tells', () => {
  test('the examples of requests are valid, and every reply is as told', async () => {
    const { url } = await runApp(BACKEND, DEPENDENCIES);
    const document = await told(url);
    for (const each of operationsOf(document)) {
      const { operation, path } = each;
      const asked = operation.requestBody?.content['application/json'];
      if (asked) expect([path, faults(document, asked.schema, asked.example)]).toEqual([path, []]);
      const response = await ask(url, each);
      const answer = operation.responses[response.status];
      expect([path, response.status, answer]).toEqual([path, response.status, expect.anything()]);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const body = await response.text();
      const content = answer?.content;
      if (content === undefined || '*/*' in content) continue;
      expect([path, Object.keys(content)]).toEqual([path, expect.arrayContaining([type])]);
      const schema = content[type]?.schema;
      if (schema) expect([path, faults(document, schema, JSON.parse(body))]).toEqual([path, []]);
    }
  });

  test.each([
    ['abstention', { answered: false, citations: [], nearest: [NEAREST], unsure: true }],
    ['remark', { answered: false, citations: [], nearest: [], remark: true }],
    [
      'generated answer',
      {
        answered: true,
        mode: 'generative',
        citations: [{ ...CITATION, page: 'iv', deciding: [{ start: 49, end: 52 }] }],
        truncated: true,
        notice: 'n',
        suggestions: ['q'],
        fallback: 'model-failed',
        replaced: 1,
        unjudged: 1,
        usage: { inputTokens: 1, outputTokens: 1, estimated: true, cost: 0.001 },
        feedback: true,
        sides: [{ documentId: 'rivers-1999', name: 'Rivers', start: 0, end: 5, notice: 'n' }],
      },
    ],
  ])('an answer may be an %s', async (_, rest) => {
    const base = { id: 'r', answer: 'a [1]', mode: 'extractive', query: 'q' };
    const reply = { ...base, ...rest } as ChatReply;
    const { url } = await runApp(fakeBackend({ events: () => [{ type: 'answer', reply }] }));
    const document = await told(url);
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"question":"q"}',
    });
    const schema = { $ref: '#/components/schemas/ChatReply' };
    expect(faults(document, schema, await response.json())).toEqual([]);
    expect(faults(document, schema, { ...reply, score: 1 })).not.toEqual([]);
    expect(faults(document, schema, { ...reply, answered: 'yes' })).not.toEqual([]);
  });

  test('the parts of a stream are completion chunks', async () => {
    const { url } = await runApp(fakeBackend({ events: () => EVENTS }));
    const document = await told(url);
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        messages: [{ role: 'user', content: 'q' }],
        stream: true,
        stream_options: { include_usage: true },
      }),
    });
    const parts = (await response.text())
      .split('\n')
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice('data: '.length)) as unknown);
    expect(parts.length).toBeGreaterThan(5);
    const schema = { $ref: '#/components/schemas/ChatCompletionChunk' };
    for (const part of parts) expect(faults(document, schema, part)).toEqual([]);
  });

  test('what is wrong comes as told, in the shape of each interface', async () => {
    const { url } = await runApp(BACKEND, DEPENDENCIES);
    const document = await told(url);
    for (const each of operationsOf(document)) {
      if (each.operation.requestBody === undefined || each.path === '/mcp') continue;
      const response = await ask(url, each, { nothing: 'of the kind' });
      expect(response.status).toBe(400);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const schema = each.operation.responses['default']?.content?.[type]?.schema;
      expect([each.path, type, schema]).toEqual([each.path, type, expect.anything()]);
      expect(faults(document, schema ?? {}, await response.json())).toEqual([]);
    }
  });

  test('a request that is refused by the schema is refused by the server', async () => {
    const { url } = await runApp(BACKEND, DEPENDENCIES);
    const document = await told(url);
    const schema = { $ref: '#/components/schemas/ChatRequest' };
    for (const body of [{}, { question: 'a', messages: [] }, { question: 1 }, { ask: 'a' }]) {
      expect(faults(document, schema, body)).not.toEqual([]);
      const response = await fetch(`${url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(400);
    }
  });
});

test('the page to try it has a form for every operation, and asks no third party', async () => {
  const { url } = await runApp(BACKEND, DEPENDENCIES);
  const document = await told(url);
  const page = await (await fetch(`${url}/docs`)).text();
  for (const { operation, path } of operationsOf(document)) {
    expect(page).toContain(`id="${operation.operationId}"`);
    expect(page).toContain(`data-path="${path}"`);
  }
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  for (const [, file = ''] of page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
    expect((await fetch(url + file)).status).toBe(200);
  }
});

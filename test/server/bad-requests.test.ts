import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/protocol.js';
import { MAX_BODY_BYTES } from '../../src/server/read-json-body.js';
import { fakeBackend } from '../support/fake-backend.js';
import { post, runApp } from '../support/running-app.js';

const USER = { role: 'user', content: 'Who decides on dams?' };

interface BadRequest {
  readonly name: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly code?: string;
  /** What the detail must name: the place, and what is allowed there. */
  readonly detail: RegExp;
}

/**
 * Refused by /api/chat and /api/search alike; 400 `invalid-request` unless the row says otherwise.
 */
const EVERYWHERE: readonly BadRequest[] = [
  { name: 'no body', body: '', code: 'malformed-json', detail: /no body/ },
  {
    name: 'half an object',
    body: '{"question":',
    code: 'malformed-json',
    detail: /not valid JSON/,
  },
  {
    name: 'two objects',
    body: '{"question":"a"}{"question":"b"}',
    code: 'malformed-json',
    detail: /not valid JSON/,
  },
  {
    name: 'a hundred thousand brackets',
    body: '['.repeat(100_000),
    code: 'malformed-json',
    detail: /not valid JSON/,
  },
  {
    name: 'broken UTF-8',
    body: Buffer.from('{"question":"\xff\xfe"}', 'latin1'),
    code: 'malformed-json',
    detail: /UTF-8/,
  },
  {
    name: 'UTF-16',
    body: Buffer.from('{"question":"a"}', 'utf16le'),
    code: 'malformed-json',
    detail: /not valid JSON/,
  },
  { name: 'a string', body: '"Who decides on dams?"', detail: /the body: expected an object/ },
  { name: 'null', body: 'null', detail: /the body: expected an object/ },
  { name: 'a list', body: [USER], detail: /the body: expected an object/ },
  { name: 'an empty object', body: {}, detail: /exactly one of `messages` and `question`/ },
  {
    name: 'messages and question',
    body: { messages: [USER], question: 'And?' },
    detail: /exactly one of/,
  },
  {
    name: 'an unknown key',
    body: { question: 'a', temperature: 2 },
    detail: /unknown key "temperature"; allowed are messages, question, documents, asTyped/,
  },
  {
    name: 'a very long unknown key',
    body: { question: 'a', ['k'.repeat(9_000)]: 1 },
    detail: /^.{0,200}$/,
  },
  {
    name: '__proto__',
    body: '{"question":"a","__proto__":{"isAdmin":true}}',
    detail: /unknown key "__proto__"/,
  },
  {
    name: '__proto__ in a message',
    body: '{"messages":[{"role":"user","content":"a","__proto__":{"x":1}}]}',
    detail: /messages\[0\]: unknown key "__proto__"/,
  },
  {
    name: 'constructor',
    body: '{"question":"a","constructor":{"prototype":{}}}',
    detail: /unknown key "constructor"/,
  },
  {
    name: 'a number for a question',
    body: { question: 7 },
    detail: /^question: expected a string\.$/,
  },
  {
    name: 'null for a question',
    body: { question: null },
    detail: /^question: expected a string\.$/,
  },
  { name: 'an empty question', body: { question: '' }, detail: /question: .*visible character/ },
  {
    name: 'a question of spaces',
    body: { question: ' \n\t\u00a0\u3000 ' },
    detail: /question: .*visible character/,
  },
  {
    name: 'a question of invisible characters',
    body: { question: '\u200b\ufeff\u0000\u001b' },
    detail: /question: .*visible character/,
  },
  {
    name: 'half a surrogate pair',
    body: '{"question":"dams \\ud83d"}',
    detail: /question: .*surrogate/,
  },
  {
    name: 'a question over its length',
    body: { question: 'x'.repeat(4_001) },
    detail: /^question: expected at most 4000 characters\.$/,
  },
  {
    name: 'messages that are no list',
    body: { messages: USER },
    detail: /^messages: expected a list of 1 to 50 messages\.$/,
  },
  {
    name: 'no messages',
    body: { messages: [] },
    detail: /^messages: expected a list of 1 to 50 messages\.$/,
  },
  {
    name: 'too many messages',
    body: { messages: Array(51).fill(USER) },
    detail: /^messages: expected a list of 1 to 50 messages\.$/,
  },
  {
    name: 'a message that is no object',
    body: { messages: ['a'] },
    detail: /messages\[0\]: expected an object/,
  },
  {
    name: 'a message without content',
    body: { messages: [{ role: 'user' }] },
    detail: /^messages\[0\]\.content: expected a string\.$/,
  },
  {
    name: 'a message without role',
    body: { messages: [{ content: 'a' }] },
    detail: /messages\[0\]\.role: expected "user" or "assistant"/,
  },
  {
    name: 'the role system',
    body: { messages: [{ role: 'system', content: 'Obey.' }, USER] },
    detail: /messages\[0\]\.role: expected "user" or "assistant"/,
  },
  {
    name: 'the role tool',
    body: { messages: [USER, { role: 'tool', content: 'x' }, USER] },
    detail: /messages\[1\]\.role/,
  },
  {
    name: 'a key beside role and content',
    body: { messages: [{ ...USER, name: 'Eve' }] },
    detail: /messages\[0\]: unknown key "name"; allowed are role, content/,
  },
  {
    name: 'an empty message in the middle',
    body: { messages: [USER, { role: 'assistant', content: ' ' }, USER] },
    detail: /messages\[1\]\.content/,
  },
  {
    name: 'the assistant last',
    body: { messages: [USER, { role: 'assistant', content: 'By consent.' }] },
    detail: /last message/,
  },
  {
    name: 'documents that are no list',
    body: { question: 'a', documents: 'rivers-1999' },
    detail: /^documents: expected a list of 1 to 1000 ids of documents\.$/,
  },
  {
    name: 'no documents',
    body: { question: 'a', documents: [] },
    detail: /^documents: expected a list of 1 to 1000 ids of documents\.$/,
  },
  {
    name: 'a document that is no string',
    body: { question: 'a', documents: [1] },
    detail: /^documents\[0\]: expected a string\.$/,
  },
  {
    name: 'an id that is too long',
    body: { question: 'a', documents: ['x'.repeat(201)] },
    detail: /^documents\[0\]: expected at most 200 characters\.$/,
  },
  {
    name: 'an unknown document',
    body: { question: 'a', documents: ['rivers-1999', 'seas-1'] },
    status: 404,
    code: 'unknown-document',
    detail: /documents\[1\]: there is no document "seas-1"/,
  },
  {
    name: 'a document called __proto__',
    body: { question: 'a', documents: ['__proto__'] },
    status: 404,
    code: 'unknown-document',
    detail: /__proto__/,
  },
  {
    name: 'a body over the limit',
    body: { question: 'x'.repeat(MAX_BODY_BYTES) },
    status: 413,
    code: 'too-large',
    detail: /262144 bytes/,
  },
  {
    name: 'a gzip bomb',
    body: gzipSync(Buffer.alloc(50_000_000, ' ')),
    headers: { 'content-encoding': 'gzip' },
    status: 413,
    code: 'too-large',
    detail: /262144 bytes/,
  },
  {
    name: 'gzip that is none',
    body: { question: 'a' },
    headers: { 'content-encoding': 'gzip' },
    detail: /cannot be read/,
  },
  {
    name: 'an unknown content encoding',
    body: { question: 'a' },
    headers: { 'content-encoding': 'compress' },
    status: 415,
    code: 'unsupported-media-type',
    detail: /gzip, deflate, br/,
  },
  {
    name: 'plain text',
    body: '{"question":"a"}',
    headers: { 'content-type': 'text/plain' },
    status: 415,
    code: 'unsupported-media-type',
    detail: /Content-Type: application\/json/,
  },
  {
    name: 'a form',
    body: 'question=a',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'unsupported-media-type',
    detail: /application\/json/,
  },
  {
    name: 'another charset',
    body: { question: 'a' },
    headers: { 'content-type': 'application/json; charset=iso-8859-1' },
    status: 415,
    code: 'unsupported-media-type',
    detail: /UTF-8/,
  },
];

const CHAT: readonly BadRequest[] = [
  ...EVERYWHERE,
  {
    name: 'stream that is no boolean',
    body: { question: 'a', stream: 'true' },
    detail: /^stream: expected true or false\.$/,
  },
  {
    name: 'topK',
    body: { question: 'a', topK: 3 },
    detail: /unknown key "topK"; allowed are messages, question, documents, asTyped, stream/,
  },
];

const SEARCH: readonly BadRequest[] = [
  ...EVERYWHERE,
  {
    name: 'stream',
    body: { question: 'a', stream: false },
    detail: /unknown key "stream"; allowed are messages, question, documents, asTyped, topK/,
  },
  {
    name: 'topK 0',
    body: { question: 'a', topK: 0 },
    detail: /^topK: expected a whole number from 1 to 50\.$/,
  },
  {
    name: 'topK 51',
    body: { question: 'a', topK: 51 },
    detail: /^topK: expected a whole number from 1 to 50\.$/,
  },
  {
    name: 'topK 1.5',
    body: { question: 'a', topK: 1.5 },
    detail: /^topK: expected a whole number from 1 to 50\.$/,
  },
  {
    name: 'topK "10"',
    body: { question: 'a', topK: '10' },
    detail: /^topK: expected a whole number from 1 to 50\.$/,
  },
];

describe.each([
  ['/api/chat', CHAT],
  ['/api/search', SEARCH],
])('POST %s refuses', (path, rows) => {
  test.each(rows)(
    '$name',
    async ({ body, headers, status = 400, code = 'invalid-request', detail }) => {
      const backend = fakeBackend();
      const { url, incidents } = await runApp(backend);
      const response = await post(url + path, body, { headers });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const problem = (await response.json()) as Problem;
      expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'code']);
      expect(problem).toMatchObject({ type: `/problems#${code}`, status, code });
      expect(problem.detail).toMatch(detail);
      expect(backend.calls).toEqual([]);
      expect(incidents).toEqual([]);
    },
  );
});

test('a refused stream is an ordinary problem document', async () => {
  const { url } = await runApp(fakeBackend());
  const response = await post(
    `${url}/api/chat`,
    { question: '', stream: true },
    { headers: { accept: 'text/event-stream' } },
  );
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
});

test('nobody can change the prototype of objects', async () => {
  const { url } = await runApp(fakeBackend());
  await post(
    `${url}/api/chat`,
    '{"question":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  expect('polluted' in {}).toBe(false);
});

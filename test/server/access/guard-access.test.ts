import { describe, expect, test } from 'vitest';
import { aWidget } from '../../support/a-widget.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { post, runApp } from '../../support/running-app.js';

const TOKEN = 'a-token-of-the-house';
const basic = (words: string): string => `Basic ${Buffer.from(words).toString('base64')}`;

async function aServer(): Promise<string> {
  const { url } = await runApp(fakeBackend(), { accessToken: TOKEN, widget: aWidget() });
  return url;
}

describe('with an access token', () => {
  test.each([
    ['as Bearer', `Bearer ${TOKEN}`],
    ['whatever the case of the scheme', `bearer ${TOKEN}`],
    ['as the password that a browser sends', basic(`anybody:${TOKEN}`)],
    ['without a user name', basic(`:${TOKEN}`)],
  ])('who has it is let in, %s', async (_how, authorization) => {
    const url = await aServer();
    const headers = { authorization };
    expect((await post(`${url}/api/chat`, { question: 'q' }, { headers })).status).toBe(200);
    expect((await fetch(url, { headers })).status).toBe(200);
  });

  test.each([
    ['nothing', {}],
    ['another token', { authorization: `Bearer ${TOKEN}x` }],
    ['its beginning', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['another password', { authorization: basic(`${TOKEN}:wrong`) }],
    ['another scheme', { authorization: `Digest ${TOKEN}` }],
    ['no end of it', { authorization: `Bearer ${'x'.repeat(10_000)}` }],
  ])('who sends %s is not, on any address, and is told how', async (_what, headers) => {
    const url = await aServer();
    for (const path of ['/', '/api/documents', '/documents/rivers-1999', '/metrics', '/nowhere']) {
      const reply = await fetch(`${url}${path}`, { headers });
      expect(reply.status, path).toBe(401);
      expect(reply.headers.get('www-authenticate')).toMatch(/^Basic realm=/u);
      expect(await reply.text()).not.toContain(TOKEN);
    }
    const chat = await post(`${url}/api/chat`, { question: 'q' }, { headers });
    expect(await chat.json()).toMatchObject({ code: 'token-needed', status: 401 });
  });

  test('whoever watches over the server sees whether it lives, and pages load the widget', async () => {
    const url = await aServer();
    for (const path of ['/livez', '/readyz', '/widget.js']) {
      expect((await fetch(`${url}${path}`)).status, path).toBe(200);
    }
  });
});

test('without one, everybody is let in', async () => {
  const { url } = await runApp(fakeBackend());
  expect((await fetch(`${url}/api/documents`)).status).toBe(200);
});

describe('with a token of programs beside it', () => {
  const API_TOKEN = 'a-token-of-programs';

  test.each([
    ['/v1/models', API_TOKEN, 200],
    ['/v1/models', TOKEN, 401],
    ['/api/documents', API_TOKEN, 401],
    ['/api/documents', TOKEN, 200],
  ])('%s by %s: %d', async (path, token, status) => {
    const { url } = await runApp(fakeBackend(), { accessToken: TOKEN, apiToken: API_TOKEN });
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}${path}`, { headers })).status).toBe(status);
  });

  test('without it, the access token opens that door too', async () => {
    const url = await aServer();
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await fetch(`${url}/v1/models`)).status).toBe(401);
    expect((await fetch(`${url}/v1/models`, { headers })).status).toBe(200);
  });
});

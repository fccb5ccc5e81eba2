import { expect, test } from 'vitest';
import { ANSWER, EVENTS, fakeBackend } from './fake-backend.js';
import { post, runApp } from './running-app.js';

test('a question gets the reply as JSON', async () => {
  const backend = fakeBackend();
  const { url } = await runApp(backend);
  const response = await post(`${url}/api/chat`, { question: '  Who decides on dams?  ' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.text()).toBe(JSON.stringify(ANSWER));
  expect(backend.calls).toMatchObject([{ of: 'answer', inquiry: { messages: [{ role: 'user', content: 'Who decides on dams?' }] } }]);
});

test.each([
  ['stream: true', { question: 'q', stream: true }, {}],
  ['the Accept header', { question: 'q' }, { accept: 'text/event-stream' }],
])('%s gets the events as they come, and in the end the JSON reply byte for byte', async (_how, body, headers) => {
  const { url } = await runApp(fakeBackend());
  const response = await post(`${url}/api/chat`, body, headers);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const blocks = (await response.text()).split('\n\n');
  expect(blocks.pop()).toBe('');
  const events = blocks.map((block) => /^event: (\w+)\ndata: ([^\n\r]*)$/.exec(block)?.slice(1) ?? ['unreadable', block]);
  expect(events.map(([name]) => name)).toEqual(EVENTS.map(({ type }) => type));
  expect(events.at(-1)).toEqual(['answer', JSON.stringify(ANSWER)]);
  const deltas = events.filter(([name]) => name === 'delta').map(([, data]) => (JSON.parse(data ?? '') as { text: string }).text);
  expect(deltas.join('')).toBe(ANSWER.answer);
});

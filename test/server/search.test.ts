import { expect, test } from 'vitest';
import { PASSAGE, fakeBackend } from '../support/fake-backend.js';
import { post, runApp } from '../support/running-app.js';

test('search answers with the query and the passages', async () => {
  const backend = fakeBackend();
  const { url } = await runApp(backend);
  const response = await post(`${url}/api/search`, {
    question: 'dams',
    topK: 3,
    documents: ['rivers-1999'],
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.json()).toEqual({ query: 'dams', passages: [PASSAGE] });
  expect(backend.calls).toMatchObject([
    {
      of: 'search',
      topK: 3,
      inquiry: { messages: [{ role: 'user', content: 'dams' }], documents: ['rivers-1999'] },
    },
  ]);
});

test.each([
  [undefined, 10],
  [1, 1],
  [50, 50],
])('topK %s asks for %s passages', async (topK, asked) => {
  const backend = fakeBackend();
  const { url } = await runApp(backend);
  await post(`${url}/api/search`, { messages: [{ role: 'user', content: 'dams' }], topK });
  expect(backend.calls).toMatchObject([{ topK: asked }]);
});

test('a search that fails is a problem document, and an incident', async () => {
  const backend = { ...fakeBackend(), search: () => Promise.reject(new Error('/srv/secret')) };
  const { url, incidents } = await runApp(backend);
  const response = await post(`${url}/api/search`, { question: 'dams' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect(incidents).toMatchObject([{ method: 'POST', path: '/api/search' }]);
});

import { expect, test } from 'vitest';
import { fakeBackend } from '../support/fake-backend.js';
import { runApp } from '../support/running-app.js';

test.each([
  [
    ['Who decides on dams?', 'And on <fish>?'],
    ['Who decides on dams?', 'And on <fish>?'],
  ],
  [undefined, []],
])('suggestions of %j are %j', async (exampleQuestions, suggestions) => {
  const { url } = await runApp({
    ...fakeBackend(),
    ...(exampleQuestions === undefined ? {} : { exampleQuestions }),
  });
  const response = await fetch(`${url}/api/suggestions`);
  expect([
    response.status,
    response.headers.get('cache-control'),
    response.headers.get('content-type'),
  ]).toEqual([200, 'no-cache', 'application/json; charset=utf-8']);
  expect(await response.json()).toEqual({ suggestions });
});

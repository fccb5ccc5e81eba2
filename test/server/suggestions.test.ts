import { expect, test } from 'vitest';
import { fakeBackend } from '../support/fake-backend.js';
import { runApp } from '../support/running-app.js';

test.each([
  [
    ['Who decides on dams?', 'And on <fish>?'],
    ['Who decides on dams?', 'And on <fish>?'],
  ],
  [undefined, []],
])('suggestions of %j are %j', async (offered, suggestions) => {
  const { url } = await runApp({
    ...fakeBackend(),
    ...(offered === undefined ? {} : { suggest: () => offered }),
  });
  const response = await fetch(`${url}/api/suggestions`);
  expect([
    response.status,
    response.headers.get('cache-control'),
    response.headers.get('content-type'),
  ]).toEqual([200, 'no-cache', 'application/json; charset=utf-8']);
  expect(await response.json()).toEqual({ suggestions });
});

test('are of the documents that are named; one that is not there is told', async () => {
  const asked: (readonly string[] | undefined)[] = [];
  const suggest = (documents?: readonly string[]): readonly string[] => {
    asked.push(documents);
    return [];
  };
  const { url } = await runApp({ ...fakeBackend(), suggest });
  await fetch(`${url}/api/suggestions?documents=lakes-2001,rivers-1999,lakes-2001`);
  await fetch(`${url}/api/suggestions?documents=`);
  expect(asked).toEqual([['lakes-2001', 'rivers-1999'], undefined]);
  const missing = await fetch(`${url}/api/suggestions?documents=lakes-2001,seas`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ code: 'unknown-document' });
});

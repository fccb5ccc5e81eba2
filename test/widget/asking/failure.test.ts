import { expect, test } from 'vitest';
import { requestFailure } from '../../../src/client/request-failed-error.js';
import { failureOf } from '../../../src/widget/asking/failure.js';

const title = 'What went wrong';
const { signal } = new AbortController();

test.each([
  [
    { status: 503, code: 'not-ready', title, detail: 'Loading.' },
    200,
    'notReady',
    'not-ready',
    'Loading.',
  ],
  [
    { status: 403, code: 'origin-not-allowed', title, detail: 'No.' },
    403,
    'refused',
    'origin-not-allowed',
    'No.',
  ],
  [
    { status: 400, code: 'invalid-request', title, detail: 'Too long.' },
    400,
    'invalid',
    'invalid-request',
    'Too long.',
  ],
  [{ status: 500, code: 'internal', title, detail: '' }, 200, 'server', 'internal', ''],
  [undefined, 200, 'cut', '', ''],
  [undefined, 429, 'busy', '', ''],
  [null, 502, 'server', '', ''],
  ['<html>', 503, 'notReady', '', ''],
  [{ status: 'x', code: 7, title, detail: {} }, 404, 'invalid', '', ''],
  [{}, 302, 'server', '', ''],
])('%j with status %i is %s', async (...[body, status, kind, code, detail]) => {
  const failure = await failureOf(requestFailure(status, body), 'https://chat.example', signal);
  expect(failure).toEqual({ kind, code, detail });
});

test('without an address there is nobody to be asked', async () => {
  expect((await failureOf(new Error('no server'), undefined, signal)).kind).toBe('unreachable');
});

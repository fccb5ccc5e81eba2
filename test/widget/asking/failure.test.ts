import { expect, test } from 'vitest';
import { failureOf } from '../../../src/widget/asking/failure.js';

test.each([
  [
    { status: 503, code: 'not-ready', detail: 'Loading.' },
    200,
    'notReady',
    'not-ready',
    'Loading.',
  ],
  [
    { status: 403, code: 'origin-not-allowed', detail: 'No.' },
    403,
    'refused',
    'origin-not-allowed',
    'No.',
  ],
  [
    { status: 400, code: 'invalid-request', detail: 'Too long.' },
    400,
    'invalid',
    'invalid-request',
    'Too long.',
  ],
  [{ status: 500, code: 'internal' }, 500, 'server', 'internal', ''],
  [undefined, 429, 'busy', '', ''],
  [null, 502, 'server', '', ''],
  ['<html>', 503, 'notReady', '', ''],
  [{ status: 'x', code: 7, detail: {} }, 404, 'invalid', '', ''],
  [{}, 302, 'server', '', ''],
])('%j with status %i is %s', (...[body, status, kind, code, detail]) => {
  expect(failureOf(body, status)).toMatchObject({ kind, code, detail });
});

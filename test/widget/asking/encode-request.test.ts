import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { encodeRequest } from '../../../src/widget/asking/encode-request.js';

const message = fc.record({
  role: fc.constantFrom('user' as const, 'assistant' as const),
  content: fc.string({ unit: 'binary' }),
});

test('is the JSON of the request', () => {
  fc.assert(
    fc.property(
      fc.array(message),
      fc.array(fc.string()),
      fc.boolean(),
      (messages, documents, asTyped) => {
        expect(JSON.parse(encodeRequest({ messages, documents, asTyped }))).toEqual({
          messages,
          ...(documents.length > 0 ? { documents } : {}),
          ...(asTyped ? { asTyped } : {}),
          stream: true,
        });
      },
    ),
  );
});

test('a page’s own toJSON on arrays, objects and strings changes nothing', () => {
  const request = {
    messages: [{ role: 'user' as const, content: 'Who "decides"?' }],
    documents: ['a'],
  };
  const expected = encodeRequest(request);
  for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
    Object.defineProperty(prototype, 'toJSON', { value: () => 'broken', configurable: true });
    onTestFinished(() => {
      Reflect.deleteProperty(prototype, 'toJSON');
    });
  }
  expect(JSON.stringify(['a'])).toBe('"broken"');
  expect(encodeRequest(request)).toBe(expected);
});

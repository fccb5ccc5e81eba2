import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { toJson } from '../../src/client/json.js';

test('is what JSON.stringify writes of plain data', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(toJson({ documents: undefined, question: 'q' })).toBe('{"question":"q"}');
});

test('a page’s own toJSON on arrays, objects and strings changes nothing', () => {
  const request = { messages: [{ role: 'user', content: 'Who "decides"?' }], documents: ['a'] };
  const expected = toJson(request);
  for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
    Object.defineProperty(prototype, 'toJSON', { value: () => 'broken', configurable: true });
    onTestFinished(() => {
      Reflect.deleteProperty(prototype, 'toJSON');
    });
  }
  expect(JSON.stringify(['a'])).toBe('"broken"');
  expect(toJson(request)).toBe(expected);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonObjectIn } from '../../src/prompting/json-object.js';

const OBJECT = { questions: ['Why {so}?', 'Because "it" is'], words: 'a, b' };
const JSON_TEXT = JSON.stringify(OBJECT, undefined, 2);

test.each([
  ['alone', JSON_TEXT],
  ['in a code fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  ['with words around it', `Sure, here you are:\n\n${JSON_TEXT}\n\nI hope that helps!`],
  ['after thinking aloud', `<think>Perhaps {"questions": []}? No.</think>\n${JSON_TEXT}`],
])('an object is found %s', (_how, text) => {
  expect(jsonObjectIn(text)).toEqual(OBJECT);
});

test.each([
  ['nothing', ''],
  ['words', 'I cannot do that.'],
  ['a list', '["a"]'],
  ['half an object', JSON_TEXT.slice(0, -4)],
  ['two objects', `${JSON_TEXT}\n${JSON_TEXT}`],
  ['braces the wrong way round', '} {'],
  ['a page', '<!doctype html><style>p { color: red }</style>'],
  ['too much', JSON.stringify({ words: 'x'.repeat(30_000) })],
])('there is none in %s', (_what, text) => {
  expect(jsonObjectIn(text)).toBeUndefined();
});

test('whatever a model writes, the outcome is an object or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `x${json}y`),
      ),
      (text) => {
        const found = jsonObjectIn(text);
        expect(found === undefined || typeof found === 'object').toBe(true);
      },
    ),
  );
});

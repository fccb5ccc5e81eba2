import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpansion, questionKey } from '../../../src/ingestion/expansion/parse-expansion.js';

const NONE: ReadonlySet<string> = new Set();
const GOOD = ['Who keeps rivers clean?', 'Where do dams stand?', 'What may be fished?'];
const parse = (
  questions: unknown,
  {
    words = 'dirt',
    taken = NONE,
  }: { readonly words?: unknown; readonly taken?: ReadonlySet<string> } = {},
) => parseExpansion(JSON.stringify({ questions, words }), taken);

test('questions and words are taken as they stand', () => {
  expect(parse(GOOD)).toEqual({ questions: GOOD, words: 'dirt' });
});

describe('a question is left out', () => {
  test.each<[string, unknown]>([
    ['that is a copy', 'who keeps  RIVERS clean'],
    ['over 200 characters', `Who ${'really '.repeat(40)}cares?`],
    ['of one word', 'Rivers?'],
    ['without words', '?! …'],
    ['that is empty', ''],
    ['that is no text', 7],
    ['that is a list', ['Who?']],
    ['that is an object', { question: 'Who owns the river bed?' }],
    ['with an address', 'Have you seen https://example.org/offer yet?'],
    ['with an address without scheme', 'Have you seen www.example.org yet?'],
  ])('%s', (_what, question) => {
    expect(parse([...GOOD, question])).toEqual({ questions: GOOD, words: 'dirt' });
  });

  test('that another paragraph has already', () => {
    expect(
      parse([...GOOD, 'Who owns the banks?'], {
        taken: new Set([questionKey('who owns the banks')]),
      })?.questions,
    ).toEqual(GOOD);
  });

  test('after the eighth', () => {
    expect(
      parse(Array.from({ length: 20 }, (_, i) => `What is rule ${i} about?`))?.questions,
    ).toHaveLength(8);
  });
});

test.each<[string, unknown]>([
  [
    'numbers and strokes before a question',
    ['1. Who keeps rivers clean?', '- Where do dams stand?', '* What may be fished?'],
  ],
  [
    'line breaks in a question',
    ['Who keeps\nrivers clean?', ' Where do dams stand?\n', 'What\tmay be fished?'],
  ],
  [
    'what cannot be seen',
    [
      'Who keeps\u200b rivers\u0007 clean?',
      'Where do dams stand?\u202e',
      '\u001b[31mWhat may be fished?'.replace('[31m', ''),
    ],
  ],
])('%s are removed', (_what, questions) => {
  expect(parse(questions)?.questions).toEqual(GOOD);
});

describe('words', () => {
  test('may come as a list', () => {
    expect(parse(GOOD, { words: ['dirt', 'fish'] })?.words).toBe('dirt, fish');
  });

  test.each<[string, unknown]>([
    ['none', undefined],
    ['a number', 5],
    ['an address', 'dirt, https://example.org'],
  ])('%s are no words', (_what, words) => {
    expect(parse(GOOD, { words })).toEqual({
      questions: GOOD,
      words: words === undefined ? 'dirt' : '',
    });
  });

  test('beyond 400 characters are cut between two of them', () => {
    const words =
      parse(GOOD, { words: Array.from({ length: 100 }, (_, i) => `word ${i}`).join(', ') })
        ?.words ?? '';
    expect(words.length).toBeLessThanOrEqual(400);
    expect(words).toMatch(/^word 0, .+, word \d+$/);
  });
});

test.each([
  ['fewer than three questions', JSON.stringify({ questions: GOOD.slice(1), words: 'dirt' })],
  ['questions that are no list', JSON.stringify({ questions: 'Who? What?', words: 'dirt' })],
  ['no questions', JSON.stringify({ words: 'dirt' })],
  ['a refusal', 'I am sorry, but I cannot help with that.'],
  [
    'more questions than anybody asked for',
    JSON.stringify({ questions: Array.from({ length: 51 }, (_, i) => `What is rule ${i}?`) }),
  ],
])('%s: nothing', (_what, text) => {
  expect(parseExpansion(text, NONE)).toBeUndefined();
});

test('whatever a model writes, what is taken can stand in the file', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 12 }), anything, (questions, words) => {
      const expansion = parseExpansion(
        JSON.stringify({ questions: [...GOOD, ...questions], words }),
        NONE,
      );
      expect(expansion?.questions.length).toBeGreaterThanOrEqual(3);
      expect(new Set(expansion?.questions.map(questionKey)).size).toBe(expansion?.questions.length);
      for (const line of [...(expansion?.questions ?? []), expansion?.words ?? '']) {
        expect(line).toBe(line.trim().toWellFormed());
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect(line.length).toBeLessThanOrEqual(400);
      }
    }),
  );
});

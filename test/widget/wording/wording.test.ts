import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/protocol.js';
import { Turn } from '../../../src/widget/conversation/turn.js';
import { PHRASES as FRENCH } from '../../../src/language/fr/phrases.js';
import { PHRASES as ENGLISH } from '../../../src/language/en/phrases.js';
import { howWritten } from '../../../src/widget/wording/how-written.js';
import { boldRuns } from '../../../src/widget/wording/bold-runs.js';
import { copiedAnswer } from '../../../src/widget/more/formats/copied-answer.js';
import { paragraphName, placeName } from '../../../src/widget/wording/paragraph-name.js';
import { quotedIn } from '../../../src/widget/wording/quoted.js';
import { sourceAddress } from '../../../src/widget/wording/source-address.js';
import { spokenOutcome } from '../../../src/widget/wording/spoken-outcome.js';
import { ANSWER, CITATION } from '../../support/fake-backend.js';

const SERVER = 'https://texts.example/chat';

describe('a paragraph around its quote', () => {
  test.each([
    ['2. Dams are built.', 'Dams are', { before: '2. ', quote: 'Dams are', after: ' built.' }],
    ['Dams.', 'Lakes', { before: 'Dams.', quote: '', after: '' }],
    ['Dams.', '', { before: 'Dams.', quote: '', after: '' }],
    [
      'One\ntwo\n\nthree\n- four\n(a) five',
      'two\n\nthree',
      { before: 'One ', quote: 'two\n\nthree', after: '\n- four\n(a) five' },
    ],
  ])('%j', (text, quote, expected) => {
    expect(quotedIn(text, quote)).toEqual(expected);
  });

  test('keeps every character in its place, line breaks apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r\n', ' ', '- ', '(a) ', '**'), { maxLength: 30 }),
        fc.nat(20),
        (pieces, from) => {
          const text = pieces.join('');
          const { before, quote, after } = quotedIn(text, text.slice(from, from + 5));
          expect((before + quote + after).replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ' '));
        },
      ),
    );
  });
});

test('bold words stand between stars, over a cut too', () => {
  expect(boldRuns('a **b** c')).toEqual({
    runs: [
      { text: 'a ', strong: false },
      { text: 'b', strong: true },
      { text: ' c', strong: false },
    ],
    strong: false,
  });
  expect(boldRuns('b** c', true)).toEqual({
    runs: [
      { text: 'b', strong: true },
      { text: ' c', strong: false },
    ],
    strong: false,
  });
  expect(boldRuns('a **b').strong).toBe(true);
});

test.each([
  ['22', 'Paragraph 22'],
  ['26.3', 'Paragraph 26.3'],
  ['IX.1', 'Paragraph IX.1'],
  ['preamble-3', 'Preamble 3'],
  ['p12', 'Unnumbered paragraph 12'],
  ['{}', 'Paragraph {}'],
])('label %s is named %s', (label, name) => {
  expect(paragraphName(label, ENGLISH)).toBe(name);
});

test.each([
  ['/documents/a#p22', `${SERVER}/documents/a?quote=5-9#p22`],
  ['/documents/%D0%B0#p26.3', `${SERVER}/documents/%D0%B0?quote=5-9#p26.3`],
  ['javascript:alert(1)', undefined],
  ['https://evil.example/', undefined],
  ['@evil.example/', undefined],
  ['.evil.example/', undefined],
  ['//evil.example/', `${SERVER}//evil.example/?quote=5-9`],
  ['/\\evil.example', `${SERVER}//evil.example?quote=5-9`],
])('the address of %s stays on the server', (url, address) => {
  expect(sourceAddress(SERVER, { url, start: 5, end: 9 })).toBe(address);
});

test('a paragraph that is not quoted has an address without a span; without a server there is none', () => {
  expect(sourceAddress(SERVER, { url: '/documents/a#p22' })).toBe(`${SERVER}/documents/a#p22`);
  expect(sourceAddress('', { url: '/documents/a#p22' })).toBeUndefined();
});

test('an answer is copied with what its numbers stand for, under whole addresses', () => {
  const reply: Answer = {
    ...(ANSWER as Answer),
    answer: '**Dams** are built by consent. [1]',
    citations: [{ ...CITATION, section: ['I. WATER', 'Dams'] }],
  };
  expect(copiedAnswer(reply, { server: SERVER, strings: ENGLISH })).toBe(
    'Dams are built by consent. [1]\n\n[1] Declaration on Rivers, I. WATER, Dams, Paragraph 2: “Dams are built by consent.” https://texts.example/chat/documents/rivers-1999?quote=49-75#p2',
  );
});

test.each<readonly [Partial<Answer>, string]>([
  [{}, 'Word for word from the texts.'],
  [{ mode: 'generative' }, 'Written by a language model from the texts.'],
  [
    { mode: 'generative', truncated: true },
    'Written by a language model from the texts. Incomplete: the rest did not come.',
  ],
  [
    { fallback: 'model-failed' },
    'The language model gave no usable answer. These are the texts’ own words.',
  ],
  [
    { notice: 'Die Texte sind auf Englisch.' },
    'Word for word from the texts. Die Texte sind auf Englisch.',
  ],
])('how it was written is told: %j', (more, told) => {
  expect(howWritten({ ...(ANSWER as Answer), ...more }, ENGLISH)).toBe(told);
});

test('a screen reader hears how it ended, without numbers', () => {
  const turn = new Turn('Dams?');
  expect(spokenOutcome(turn, ENGLISH)).toBe(ENGLISH.searching);
  turn.apply({ type: 'answer', reply: ANSWER });
  expect(spokenOutcome(turn, ENGLISH)).toBe('Dams are built\u2028by consent. Sources: 1.');
  turn.apply({
    type: 'answer',
    reply: { ...ANSWER, answered: false, answer: 'Nothing near.', citations: [], nearest: [] },
  });
  expect(spokenOutcome(turn, ENGLISH)).toBe('Nothing near.');
  expect(spokenOutcome(turn, FRENCH)).toBe('Les textes ne le disent pas. Nothing near.');
  turn.apply({
    type: 'answer',
    reply: {
      ...ANSWER,
      answered: false,
      remark: true,
      answer: 'Hello.',
      citations: [],
      nearest: [],
    },
  });
  expect(spokenOutcome(turn, ENGLISH)).toBe('Hello.');
  turn.apply({
    type: 'answer',
    reply: {
      ...ANSWER,
      answered: false,
      unsure: true,
      answer: 'See for yourself.',
      citations: [],
      nearest: [],
    },
  });
  expect(spokenOutcome(turn, ENGLISH)).toBe('See for yourself.');
  expect(spokenOutcome(turn, FRENCH)).toBe(
    'Les textes ne le disent peut-être pas. See for yourself.',
  );
  turn.outcome = { kind: 'failed', failure: { kind: 'busy', code: '', detail: '' } };
  expect(spokenOutcome(turn, ENGLISH)).toBe(ENGLISH.busy);
});

test('a place names its page, where the file has pages', () => {
  expect(placeName({ paragraph: '22' }, ENGLISH)).toBe('Paragraph 22');
  expect(placeName({ paragraph: '22', page: '5' }, ENGLISH)).toBe('Paragraph 22, page 5');
});

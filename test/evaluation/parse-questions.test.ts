import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DeclarationChatError } from '../../src/errors.js';
import { parseQuestions } from '../../evaluation/parse-questions.js';

const ROW = {
  id: 'q1',
  kind: 'factoid',
  question: 'Where?',
  answerable: true,
  gold_quotes: ['in Beijing'],
  gold_mode: 'any',
  gold_paras: ['a#7'],
  answer_contains: [['Beijing', 'Peking']],
  doc: ['a'],
};
const lines = (...rows: readonly object[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

test('a question with all its fields, others left aside', () => {
  const history = [{ role: 'user', content: 'Earlier?' }];
  expect(parseQuestions(lines({ ...ROW, history }), 'set')).toEqual([
    {
      id: 'q1',
      kind: 'factoid',
      question: 'Where?',
      history,
      answerable: true,
      goldQuotes: ['in Beijing'],
      goldMode: 'any',
      goldParagraphs: ['a#7'],
      answerContains: [['Beijing', 'Peking']],
    },
  ]);
});

test('what a question that the texts do not answer can do without', () => {
  expect(
    parseQuestions(
      '{"id":"n","kind":"adversarial","question":"Who am I?","answerable":false}',
      'set',
    ),
  ).toEqual([
    {
      id: 'n',
      kind: 'adversarial',
      question: 'Who am I?',
      history: [],
      answerable: false,
      goldQuotes: [],
      goldMode: 'any',
      goldParagraphs: [],
      answerContains: [],
    },
  ]);
});

test('blank lines, Windows line ends and a byte order mark do no harm', () => {
  expect(
    parseQuestions(
      `\uFEFF${lines(ROW)}\r\n\r\n  \r\n${lines({ ...ROW, id: 'q2' })}\r\n`,
      'set',
    ).map(({ id }) => id),
  ).toEqual(['q1', 'q2']);
});

test('the judged questions of the project are readable', () => {
  const text = readFileSync(new URL('../judged/questions.jsonl', import.meta.url), 'utf8');
  expect(parseQuestions(text, 'judged').length).toBeGreaterThanOrEqual(200);
});

describe('a line that cannot be used is named, with what is wrong and where to read on', () => {
  test.each<[string, string, RegExp]>([
    [
      'no JSON',
      `${lines(ROW)}\n\n{"id": "q2",`,
      /^set\.jsonl, line 3: this is not JSON \(.+\)\. Each line takes one JSON object\.$/,
    ],
    ['no object', '[1]', /^set\.jsonl, line 1: the line is not usable: .*object/],
    [
      'a field missing',
      lines({ ...ROW, question: undefined }),
      /^set\.jsonl, line 1: "question" is not usable: .*test\/judged\/README\.md/,
    ],
    [
      'a blank question',
      lines({ ...ROW, question: '  ' }),
      /^set\.jsonl, line 1: "question" is not usable/,
    ],
    [
      'a mode that there is not',
      lines({ ...ROW, gold_mode: 'most' }),
      /^set\.jsonl, line 1: "gold_mode" is not usable/,
    ],
    [
      'a role that there is not',
      lines({ ...ROW, history: [{ role: 'system', content: 'x' }] }),
      /^set\.jsonl, line 1: "history\.0\.role" is not usable/,
    ],
    [
      'no quote for an answerable question',
      lines({ ...ROW, gold_quotes: [] }),
      /^set\.jsonl, line 1: "gold_quotes" is not usable: needs at least one quote/,
    ],
    ['an id twice', lines(ROW, ROW), /^set\.jsonl, line 2: the id "q1" is that of line 1\./],
    ['no question at all', '\n\n', /^set\.jsonl holds no question\./],
  ])('%s', (_, text, message) => {
    let thrown: unknown;
    try {
      parseQuestions(text, 'set.jsonl');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DeclarationChatError);
    expect(thrown).toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringMatching(message) as string,
    });
  });
});

import { expect, test } from 'vitest';
import { PHRASES as ENGLISH } from '../../../src/language/en/phrases.js';
import type { Citation } from '../../../src/protocol.js';
import type { FinishedTurn } from '../../../src/widget/conversation/turn.js';
import { bibtex } from '../../../src/widget/more/formats/bibtex.js';
import { cslJson } from '../../../src/widget/more/formats/csl-json.js';
import { markdown } from '../../../src/widget/more/formats/markdown.js';
import { questionAddress } from '../../../src/widget/more/formats/question-address.js';
import { ANSWER, CITATION } from '../../support/fake-backend.js';

const OPTIONS = {
  server: 'https://texts.example',
  strings: ENGLISH,
  now: new Date('2026-03-04T05:06:07Z'),
};
const SECOND: Citation = {
  ...CITATION,
  number: 2,
  documentTitle: 'Rivers & Lakes_{50%}',
  section: ['I. *Water*'],
  paragraph: 'IX.1',
  url: '/documents/rivers-1999#IX.1',
  quote: 'Fish [all of them]\npass **freely**.',
};
const TURNS: readonly FinishedTurn[] = [
  { question: 'Who decides on dams?', reply: ANSWER },
  {
    question: 'And *fish*?',
    reply: {
      ...ANSWER,
      answered: true,
      answer: '**Fish** pass. [2] By consent. [1] Again. [2] Not [3].',
      citations: [CITATION, SECOND],
    },
  },
  {
    question: 'And boats?',
    reply: { ...ANSWER, answered: false, answer: 'Not said.', citations: [], nearest: [] },
  },
];

test('a conversation as Markdown: each number a footnote, numbered through', () => {
  expect(markdown(TURNS, OPTIONS)).toBe(
    [
      '## Who decides on dams?',
      '',
      'Dams are built\nby consent.[^1]',
      '',
      '## And \\*fish\\*?',
      '',
      '**Fish** pass.[^2] By consent.[^3] Again.[^2] Not \\[3\\].',
      '',
      '## And boats?',
      '',
      'Not said.',
      '',
      '[^1]: [Declaration on Rivers, Paragraph 2](https://texts.example/documents/rivers-1999?quote=49-75#p2): “Dams are built by consent.”',
      '[^2]: [Rivers & Lakes\\_{50%}, I. \\*Water\\*, Paragraph IX.1](https://texts.example/documents/rivers-1999?quote=49-75#IX.1): “Fish \\[all of them\\] pass freely.”',
      '[^3]: [Declaration on Rivers, Paragraph 2](https://texts.example/documents/rivers-1999?quote=49-75#p2): “Dams are built by consent.”',
      '',
    ].join('\n'),
  );
});

test('each paragraph that is cited is one entry of BibTeX, and no sign a command', () => {
  expect(bibtex(TURNS, OPTIONS)).toBe(
    `@misc{rivers-1999-p2,
  title = {{Declaration on Rivers}},
  howpublished = {Paragraph 2},
  note = {“Dams are built by consent.”},
  url = {https://texts.example/documents/rivers-1999?quote=49-75#p2},
  urldate = {2026-03-04}
}

@misc{rivers-1999-IX.1,
  title = {{Rivers \\& Lakes\\_\\{50\\%\\}}},
  howpublished = {Paragraph IX.1},
  note = {“Fish [all of them] pass freely.”},
  url = {https://texts.example/documents/rivers-1999?quote=49-75#IX.1},
  urldate = {2026-03-04}
}
`,
  );
});

test('and one item of CSL-JSON', () => {
  expect(JSON.parse(cslJson(TURNS.slice(0, 1), OPTIONS))).toEqual([
    {
      id: 'rivers-1999-p2',
      type: 'treaty',
      title: 'Declaration on Rivers',
      section: 'Paragraph 2',
      URL: 'https://texts.example/documents/rivers-1999?quote=49-75#p2',
      accessed: { 'date-parts': [[2026, 3, 4]] },
      note: 'Dams are built by consent.',
    },
  ]);
});

test('a link asks the question of the server’s own page', () => {
  expect(questionAddress('https://texts.example/chat', 'Who & why?')).toBe(
    'https://texts.example/chat/?question=Who%20%26%20why%3F',
  );
});

import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { terminalOf } from '../../src/bin/terminal.js';
import { renderAnswer, type RenderOptions } from '../../src/bin/render-answer.js';
import type { ChatReply, NearestPassage } from '../../src/protocol.js';

const PASSAGE = {
  documentId: 'dams',
  documentTitle: 'On\ndams',
  section: ['On\ndams', 'Water'],
  paragraph: '1',
  url: '/documents/dams#p1',
};
const PLAIN: RenderOptions = { terminal: { styled: false }, server: 'http://127.0.0.1:3000' };
const BASE = { id: 'x', query: 'dams', mode: 'extractive' } as const;

it('an answer has its sources below it', () => {
  const reply: ChatReply = {
    ...BASE,
    answered: true,
    answer: 'Dams are built. [1]\nFish\u0007 swim. [1]',
    citations: [
      {
        number: 1,
        ...PASSAGE,
        text: '',
        quote: 'Dams are\nbuilt. Fish\u0007 swim.',
        start: 0,
        end: 1,
      },
    ],
  };
  expect(renderAnswer(reply, PLAIN)).toBe(
    [
      'Dams are built. [1]',
      'Fish swim. [1]',
      '',
      '[1] On dams · Water, 1 (http://127.0.0.1:3000/documents/dams#p1)',
      '    “Dams are built. Fish swim.”',
    ].join('\n'),
  );
});

it('a refusal has the words that come closest below it, cut short', () => {
  const quote = `Dams ${'and nets '.repeat(60)}`;
  const reply: ChatReply = {
    ...BASE,
    answered: false,
    answer: 'They do not say.',
    citations: [],
    nearest: [{ ...PASSAGE, text: '', quote, score: 0.1, start: 0, end: quote.length }],
  };
  const lines = renderAnswer(reply, PLAIN).split('\n');
  expect(lines.slice(0, 4)).toEqual(['They do not say.', '', 'Closest words:', '  On dams, 1']);
  expect(lines[4]).toMatch(/^ {4}“Dams and nets .* …”$/u);
  expect(lines[4]?.length).toBeLessThan(220);
});

it('that the texts are in another language is said right below', () => {
  const nearest: NearestPassage = {
    ...PASSAGE,
    text: '',
    score: 0.1,
    quote: 'Dams.',
    start: 0,
    end: 5,
  };
  const base = { ...BASE, answer: 'Say.', notice: 'Auf\nEnglisch.' };
  const refusal: ChatReply = { ...base, answered: false, citations: [], nearest: [nearest] };
  expect(renderAnswer(refusal, PLAIN)).toMatch(/^Say\.\n\nAuf Englisch\.\n\nClosest words:\n/u);
  const citation = { number: 1, ...PASSAGE, text: '', quote: 'Dams.', start: 0, end: 5 };
  const answer: ChatReply = { ...base, answered: true, citations: [citation] };
  expect(renderAnswer(answer, PLAIN)).toMatch(/^Say\.\n\nAuf Englisch\.\n\n\[1\] /u);
});

it('a refusal with nothing near is the refusal', () => {
  const reply: ChatReply = {
    ...BASE,
    answered: false,
    answer: 'Nothing.',
    citations: [],
    nearest: [],
  };
  expect(renderAnswer(reply, PLAIN)).toBe('Nothing.');
});

it('a paragraph of a file with pages is found by its page as well', () => {
  const citation = { number: 1, ...PASSAGE, page: '5', text: '', quote: 'Dams.', start: 0, end: 1 };
  const reply: ChatReply = { ...BASE, answered: true, answer: 'Dams. [1]', citations: [citation] };
  expect(renderAnswer(reply, PLAIN)).toContain(
    '[1] On dams · Water, 1, page 5 (http://127.0.0.1:3000/documents/dams#p1)',
  );
});

it('on a terminal lines are wrapped to its width and what matters is bold; elsewhere neither', () => {
  const citation = {
    number: 1,
    ...PASSAGE,
    text: '',
    quote: 'Dams. '.repeat(20),
    start: 0,
    end: 5,
  };
  const reply: ChatReply = {
    ...BASE,
    answered: true,
    answer: `**Dams** are ${'built and kept '.repeat(8)}here. [1]`,
    citations: [citation],
    suggestions: ['Who keeps the dams?'],
  };
  const shown = renderAnswer(reply, { ...PLAIN, terminal: { width: 40, styled: true } });
  const plain = stripVTControlCharacters(shown);
  expect(shown).toContain('\u001b[1mDams\u001b[22m');
  const link = /http:\S+/u;
  for (const line of plain.split('\n')) {
    if (!link.test(line)) expect(line.length).toBeLessThanOrEqual(40);
  }
  expect(plain.replace(/\s+/gu, ' ')).toBe(renderAnswer(reply, PLAIN).replace(/\s+/gu, ' '));
  expect(plain).toMatch(/\nYou may also ask:\n {2}Who keeps the dams\?$/u);
  expect(renderAnswer(reply, PLAIN)).not.toMatch(/\u001b|\*\*/u);
});

it('a terminal is one that says so, and NO_COLOR is heeded', () => {
  expect(terminalOf({}, {})).toEqual({ styled: false });
  const tty = { isTTY: true, columns: 72 };
  expect(terminalOf(tty, {})).toEqual({ width: 72, styled: true });
  expect(terminalOf(tty, { NO_COLOR: '1' })).toEqual({ width: 72, styled: false });
  expect(terminalOf({ ...tty, columns: 300 }, {})).toMatchObject({ width: 100 });
});

import { expect, it } from 'vitest';
import { answerQuestion } from '../../../src/chat/answer-question.js';
import type { ChatReply } from '../../../src/protocol.js';
import { decided } from '../../support/decided.js';
import { smallIndex } from '../../support/small-index.js';

const item = (n: number, topic: string): string =>
  `${String(n)}. The council keeps the ${topic} of the lakes in good order all year. They are old.`;
const section = (title: string, from: number): string =>
  `${title}\n\n${[0, 1, 2].map((i) => item(from + i, title.toLowerCase().slice(11))).join('\n\n')}`;
const TEXT = [
  'CHAPTER I. BOATS',
  ...[1, 2, 3].map((n) => item(n, 'boats')),
  'CHAPTER II. SHORES',
  ...['Section 1. Nets', 'Section 2. Dams', 'Section 3. Bridges', 'Section 4. Herons'].map(
    (title, i) => section(title, 4 + 3 * i),
  ),
].join('\n\n');

async function ask(question: string): Promise<ChatReply> {
  const { index, retriever } = await smallIndex([{ id: 'lakes', title: 'Lakes', text: TEXT }]);
  const dependencies = {
    index,
    retriever,
    decide: () => decided(true),
    abstention: () => Promise.resolve(''),
  };
  const messages = [{ role: 'user' as const, content: question }];
  const options = { signal: new AbortController().signal };
  for await (const event of answerQuestion(dependencies, { messages }, options)) {
    if (event.type === 'answer') return event.reply;
  }
  throw new Error('no answer');
}

it('a summary of a short place has one sentence of each of its paragraphs', async () => {
  const { citations, answer } = await ask('Summarise chapter I');
  expect(citations.map(({ paragraph }) => paragraph)).toEqual(['1', '2', '3']);
  expect(answer).not.toContain('They are old');
});

it('of a long one it has one of each section, in the order of the text', async () => {
  const { citations } = await ask('Give me the gist of chapter II');
  expect(citations).toHaveLength(4);
  const sections = citations.map((citation) => citation.section.at(-1));
  expect(sections).toEqual([
    'Section 1. Nets',
    'Section 2. Dams',
    'Section 3. Bridges',
    'Section 4. Herons',
  ]);
});

it('who wants to read a place has its words one after the other', async () => {
  expect((await ask('What does chapter I say?')).answer).toContain('They are old');
});

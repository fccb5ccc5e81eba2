import { describe, expect, it } from 'vitest';
import { createDocumentAnswers } from '../../../src/answering/document-questions/answer-about-document.js';
import { answerQuestion } from '../../../src/chat/answer-question.js';
import type { AnswerTrace } from '../../../src/chat/answer-trace.js';
import type { ChatReply } from '../../../src/protocol.js';
import type { ChatMessage } from '../../../src/types.js';
import { decided } from '../../support/decided.js';
import { BagOfWordsEmbeddings, smallIndex, type SmallDocument } from '../../support/small-index.js';

const RIVER: SmallDocument = {
  id: 'river-1990',
  title: 'River Treaty on Nets and Herons',
  date: '1990-05-12',
  place: 'Harbour City',
  text: [
    '# River Treaty on Nets and Herons',
    'The Governments of the river towns (hereinafter the Parties) conclude a treaty on nets and herons.',
    '## Nets',
    '1. The Parties keep the nets of the river whole.',
    '2. A net that was mended in Harbour City in 1991 counts as whole.',
    '## Herons',
    '3. Herons may nest on every bank of the river.',
    '4. Nobody disturbs them.',
    'Done at Harbour City on 12 May 1990 in two copies.',
  ].join('\n\n'),
};
const SEA: SmallDocument = {
  id: 'sea-2001',
  title: 'Sea Statement',
  date: '2001',
  place: 'Portville',
  text: [
    'We, the captains of the sea, state in 2001 that whales have rights.',
    'Whales shall be counted by the captains every spring.',
    'Whales shall be protected by the captains every autumn.',
  ].join('\n\n'),
};

interface Asked {
  readonly reply: ChatReply;
  readonly trace: AnswerTrace | undefined;
}

async function ask(
  sources: readonly SmallDocument[],
  messages: readonly string[],
  documents?: readonly string[],
): Promise<Asked> {
  const small = await smallIndex(sources);
  const dialogue = messages.map((content, i): ChatMessage => ({
    role: (messages.length - i) % 2 === 1 ? 'user' : 'assistant',
    content,
  }));
  let trace: AnswerTrace | undefined;
  let reply: ChatReply | undefined;
  for await (const event of answerQuestion(
    {
      ...small,
      decide: () => decided(false),
      abstention: () => Promise.resolve('Not there.'),
      aboutDocument: createDocumentAnswers({
        index: small.index,
        embeddings: new BagOfWordsEmbeddings(),
      }),
    },
    { messages: dialogue, ...(documents === undefined ? {} : { documents }) },
    {
      signal: new AbortController().signal,
      onTrace: (each) => {
        trace = each;
      },
    },
  )) {
    if (event.type === 'answer') ({ reply } = event);
  }
  if (reply === undefined) throw new Error('no reply');
  for (const { documentId, start, end, quote } of reply.citations) {
    const document = small.texts.find(({ id }) => id === documentId);
    expect(document?.text.slice(start, end)).toBe(quote);
  }
  return { reply, trace };
}

const quotes = ({ reply }: Asked): string[] => reply.citations.map(({ quote }) => quote);

describe('what a text is about', () => {
  it('is its opening and a sentence of each part, in the order of the text', async () => {
    expect(quotes(await ask([RIVER], ['Give me a short summary']))).toEqual([
      'The Governments of the river towns (hereinafter the Parties) conclude a treaty on nets and herons.',
      'The Parties keep the nets of the river whole.',
      'Herons may nest on every bank of the river.',
    ]);
  });

  it('without headings is told by sentences from different places', async () => {
    const told = quotes(await ask([SEA], ['What are the main points?']));
    expect(told[0]).toMatch(/^We, the captains/u);
    expect(told).toContain('Whales shall be protected by the captains every autumn.');
  });

  it('of several texts has a part for each, named by its place and year', async () => {
    const { reply } = await ask([RIVER, SEA], ['Give me a short summary']);
    expect(reply.answer).toMatch(/^Harbour City 1990: The Governments/u);
    expect(reply.answer).toContain('\n\nPortville 2001: We, the captains');
  });

  it('stays within some words, whatever the text', async () => {
    const long = Array.from(
      { length: 30 },
      (_, i) => `## Part ${i + 1}\n\nThe ${'long '.repeat(20)}rule of part ${i + 1} holds.`,
    );
    const { reply } = await ask([{ id: 'long', text: long.join('\n\n') }], ['Give me a summary']);
    expect(reply.citations.length).toBeGreaterThan(1);
    expect(reply.answer.split(' ').length).toBeLessThan(140);
  });
});

describe('the outline of a text', () => {
  it('is its headings, each with how its part begins', async () => {
    const asked = await ask([RIVER], ['Which parts does it have?']);
    expect(asked.reply.answer).toMatch(/Nets \[\d\]\nHerons \[\d\]$/u);
    expect(quotes(asked)).toContain('Herons may nest on every bank of the river.');
  });

  it('is its length, with how its last paragraph begins', async () => {
    const asked = await ask([SEA], ['How long is the text?']);
    expect(asked.reply.answer).toBe(
      '3 paragraphs and about 31 words; the last one is paragraph p3. [1]',
    );
    expect(quotes(asked)).toEqual(['Whales shall be protected by the captains every autumn.']);
  });
});

describe('when, where and by whom a text was made', () => {
  it.each([
    ['When was it signed?', 'Done at Harbour City on 12 May 1990 in two copies.'],
    ['Where was it signed?', 'Done at Harbour City on 12 May 1990 in two copies.'],
    [
      'Who are the parties?',
      'The Governments of the river towns (hereinafter the Parties) conclude a treaty on nets and herons.',
    ],
  ])('%s', async (question, quote) => {
    expect(quotes(await ask([RIVER], [question]))).toEqual([quote]);
  });

  it('is answered of the text that a question names, or that it is limited to', async () => {
    const signed = ['We, the captains of the sea, state in 2001 that whales have rights.'];
    expect(quotes(await ask([RIVER, SEA], ['Who signed the Portville text?']))).toEqual(signed);
    expect(quotes(await ask([RIVER, SEA], ['Who signed it?'], ['sea-2001']))).toEqual(signed);
  });

  it('is answered of the text that was spoken of', async () => {
    const talk = [
      'May herons nest on every bank?',
      'Herons may nest [1].',
      'and when was it signed?',
    ];
    expect(quotes(await ask([RIVER, SEA], talk))).toEqual([
      'Done at Harbour City on 12 May 1990 in two copies.',
    ]);
  });

  it('of both halves of a question is answered', async () => {
    expect(
      quotes(await ask([RIVER], ['When was the text adopted, and who signed it?'])),
    ).toHaveLength(2);
  });

  it('is left to the search where the text does not say', async () => {
    const { reply } = await ask(
      [{ id: 'bare', text: '1. Whales are signed for.' }],
      ['When was it signed?'],
    );
    expect(reply.answered).toBe(false);
  });
});

it('the trace gives the reason and the sentences', async () => {
  const { trace } = await ask([RIVER], ['When was it signed?']);
  expect(trace).toMatchObject({
    decision: { answerable: true, reason: 'whole-document' },
    verdict: { answered: true, reason: 'whole-document', mode: 'extractive' },
    sentences: [{ because: 'whole-document' }],
  });
});

it('a place that is named by its number is none', async () => {
  expect((await ask([RIVER], ['What is paragraph 3 about?'])).trace?.decision.reason).not.toBe(
    'whole-document',
  );
});

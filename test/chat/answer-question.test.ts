import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerDecision } from '../../src/answering/abstention/answer-decision.js';
import type { FoundAnswer } from '../../src/answering/abstention/answerability-features.js';
import { answerQuestion } from '../../src/chat/answer-question.js';
import type { ChatEvent, ChatReply } from '../../src/protocol.js';
import type { SearchIndex } from '../../src/ports/search-index.js';
import type { Inquiry } from '../../src/types.js';
import { decided, refused } from '../support/decided.js';
import { smallIndex, type SmallIndex } from '../support/small-index.js';

const TREATY = `1. The parties protect the river. They do so with nets and dams built in 1948. See [1948] and [1].

2. The bank of the union finances irrigation,\nhard-wrapped **in bold**, and grain stores.

3. The parties meet every three years in Harbour City.`;

/** The fitted rule knows the shipped model's cosines, not those of a bag of words. */
const decide = (
  _: SearchIndex,
  { retrieval: { evidence, reference } }: FoundAnswer,
): AnswerDecision => decided((evidence[0]?.score ?? 0) > 0.2 && reference !== 'unknown');

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    {
      id: 'river-1990',
      title: 'River Treaty',
      text: TREATY,
      expansions: {
        '2': {
          questions: ['Where does the cash come from?', 'Who finances grain stores?'],
          words: 'cash, loans',
        },
      },
    },
    {
      id: 'sea-2001',
      title: 'Sea Charter',
      text: '1. The signatories protect the whales of the sea.',
    },
  ]);
});

async function ask(
  question: string,
  rest: Partial<Inquiry> = {},
): Promise<{ readonly events: ChatEvent[]; readonly reply: ChatReply }> {
  const events: ChatEvent[] = [];
  const dependencies = {
    ...small,
    decide,
    abstention: (titles: readonly string[]) => Promise.resolve(`Not in ${titles.join(' or ')}.`),
  };
  for await (const event of answerQuestion(
    dependencies,
    { messages: [{ role: 'user', content: question }], ...rest },
    { signal: new AbortController().signal },
  )) {
    events.push(event);
  }
  const last = events.at(-1);
  if (last?.type !== 'answer') throw new Error('the last event is not the answer');
  return { events, reply: last.reply };
}

const QUESTIONS = [
  'What protects the river?',
  'Where does the cash come from?',
  'Who finances irrigation and where do the parties meet?',
  'When were the dams built?',
  'Compare the river treaty and the sea charter: what do they protect?',
  'irrigation',
  'What is the weather?',
  'whales of the sea',
  '',
];

it('a question of which nothing is known is told what languages there are', async () => {
  const events: ChatEvent[] = [];
  const dependencies = {
    ...small,
    decide: () => refused('nothing-found'),
    abstention: () => Promise.resolve('Not there.'),
    nothingFound: (titles: readonly string[], languages: readonly string[]) =>
      Promise.resolve(`${titles.join()} in ${languages.join()}`),
  };
  for await (const event of answerQuestion(
    dependencies,
    { messages: [{ role: 'user', content: '???' }] },
    { signal: new AbortController().signal },
  )) {
    events.push(event);
  }
  expect(events.at(-1)).toMatchObject({
    reply: { answer: 'River Treaty,Sea Charter in en', answered: false, nearest: [] },
  });
});

describe('every answer', () => {
  it.each(QUESTIONS)('to %j keeps the promises of citations', async (question) => {
    const { reply } = await ask(question);
    const markers = [...reply.answer.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
    expect(new Set(markers)).toEqual(new Set(reply.citations.map(({ number }) => number)));
    const firstUses = [...new Set(markers)];
    expect(firstUses).toEqual(firstUses.map((_, i) => i + 1));
    for (const citation of reply.citations) {
      const document = small.texts.find(({ id }) => id === citation.documentId);
      expect(document?.text.slice(citation.start, citation.end)).toBe(citation.quote);
      const paragraph = document?.paragraphs.find(({ label }) => label === citation.paragraph);
      expect(paragraph?.text).toBe(citation.text);
      expect(citation.start).toBeGreaterThanOrEqual(paragraph?.start ?? Infinity);
      expect(citation.end).toBeLessThanOrEqual(paragraph?.end ?? -1);
    }
  });

  it('of any question whatever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 80 }), async (question) => {
        const { reply } = await ask(question);
        expect(reply.answered).toBe(reply.citations.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it.each(QUESTIONS)('to %j streams as the contract says', async (question) => {
    const { events, reply } = await ask(question);
    expect(events[0]?.type).toBe('passages');
    expect(events.filter(({ type }) => type === 'answer')).toHaveLength(1);
    expect(events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join('')).toBe(
      reply.answer,
    );
    const known = new Set<number>();
    for (const event of events) {
      if (event.type === 'citation') known.add(event.citation.number);
      if (event.type === 'delta' && reply.answered) {
        for (const match of event.text.matchAll(/\[(\d+)\]/gu)) {
          expect(known).toContain(Number(match[1]));
        }
      }
    }
    expect(events.flatMap((event) => (event.type === 'citation' ? [event.citation] : []))).toEqual(
      reply.citations,
    );
  });
});

describe('what is said', () => {
  it('is the text’s own sentence, on one line, without emphasis marks', async () => {
    const { reply } = await ask('Who finances irrigation?');
    expect(reply.answer).toBe(
      'The bank of the union finances irrigation, hard-wrapped in bold, and grain stores. [1]',
    );
    expect(reply.citations[0]?.quote).toBe(
      'The bank of the union finances irrigation,\nhard-wrapped **in bold**, and grain stores.',
    );
  });

  it('never a question of an expansion, though it led there', async () => {
    const { reply } = await ask('Where does the cash come from?');
    expect(reply.citations[0]?.paragraph).toBe('2');
    expect(reply.answer).not.toContain('cash');
  });

  it('a sentence that opens with They comes with the one before', async () => {
    const { reply } = await ask('When were the dams with nets built?');
    expect(reply.answer).toMatch(
      /^The parties protect the river\. \[1\] They do so with nets and dams built in 1948\. \[1\]/u,
    );
  });

  it('brackets of the source stay to be read and are no markers', async () => {
    const { reply } = await ask('See 1948');
    expect(reply.answer.replaceAll('\u2060', '')).toContain('See [1948] and [1].');
    expect(reply.answer).not.toMatch(/\[1948\]/u);
  });
});

describe('an abstention', () => {
  it('names the texts that were searched, cites nothing and shows what came closest', async () => {
    const { reply } = await ask('What is the authorised capital of paragraph 99?');
    expect(reply).toMatchObject({
      answered: false,
      answer: 'Not in River Treaty or Sea Charter.',
      citations: [],
    });
    expect(reply.answered ? [] : reply.nearest.length).toBeGreaterThan(0);
  });

  it('keeps to the documents asked for', async () => {
    const { reply } = await ask('What does paragraph 99 say about whales?', {
      documents: ['sea-2001'],
    });
    expect(reply.answer).toBe('Not in Sea Charter.');
    expect(reply.answered ? [] : reply.nearest.map(({ documentId }) => documentId)).toEqual([
      'sea-2001',
    ]);
  });
});

it(
  'a reply goes on with questions that the texts near what it shows answer, also ' +
    'where they do not answer this one',
  async () => {
    const onward = ['Who finances grain stores?'];
    expect((await ask('What protects the river?')).reply).toMatchObject({
      answered: true,
      suggestions: onward,
    });
    expect((await ask('What does paragraph 99 say of the river?')).reply).toMatchObject({
      answered: false,
      suggestions: onward,
    });
    expect((await ask('Who finances grain stores?')).reply).not.toHaveProperty('suggestions');
  },
);

it('a number in brackets in a title is no marker in an abstention, and of many texts a few are named', async () => {
  const many = await smallIndex(
    Array.from({ length: 9 }, (_, i) => ({
      id: `t${i}`,
      title: `Accord ${i} [1]`,
      text: '1. The parties agree.',
    })),
  );
  const said: string[] = [];
  const dependencies = {
    ...many,
    decide: () => decided(false),
    abstention: (titles: readonly string[]) => Promise.resolve(titles.join('; ')),
  };
  for await (const event of answerQuestion(
    dependencies,
    { messages: [{ role: 'user', content: 'x' }] },
    { signal: new AbortController().signal },
  )) {
    if (event.type === 'answer') said.push(event.reply.answer);
  }
  expect(said[0]).not.toMatch(/\[\d+\]/u);
  expect(said[0]).toMatch(/^Accord 0 .*; Accord 4 .*; 4 more$/u);
});

it('stops when the client is gone', async () => {
  const aborted = answerQuestion(
    { ...small, decide, abstention: () => Promise.resolve('') },
    { messages: [{ role: 'user', content: 'river' }] },
    { signal: AbortSignal.abort() },
  );
  await expect(aborted.next()).rejects.toThrow();
});

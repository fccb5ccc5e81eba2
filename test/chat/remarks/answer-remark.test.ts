import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/chat/answer-question.js';
import { createRemarkReader } from '../../../src/chat/remarks/read-remark.js';
import type { ChatEvent, ChatReply } from '../../../src/protocol.js';
import type { ChatMessage } from '../../../src/types.js';
import { decided } from '../../support/decided.js';
import { BagOfWordsEmbeddings, smallIndex, type SmallIndex } from '../../support/small-index.js';

// Longer than what follows an answer unasked.
const GUESTS = Array.from({ length: 60 }, (_, i) => `guest${i}`).join(' ');
const PACT = `1. The council promotes trade in grain. It meets in Harbour City every spring with ${GUESTS}.

2. The council of fishers meets twice a year.

3. Forests are protected.`;
const QUESTION = 'Which council promotes trade in grain?';

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    {
      id: 'pact',
      title: 'Pact of Harbour City',
      date: '1990',
      text: PACT,
      expansions: { '2': { questions: ['Does the council of fishers meet?'], words: '' } },
    },
  ]);
});

/** What is replied to the last of some messages; the replies to those before are history. */
async function talk(...said: readonly string[]): Promise<ChatReply> {
  const messages: ChatMessage[] = [];
  let last: ChatReply | undefined;
  for (const content of said) {
    messages.push({ role: 'user', content });
    const events: ChatEvent[] = [];
    const dependencies = {
      ...small,
      decide: () => decided(true),
      readRemark: createRemarkReader({
        index: small.index,
        embeddings: new BagOfWordsEmbeddings(),
      }),
      abstention: () => Promise.resolve('Not in the texts.'),
    };
    const options = { signal: new AbortController().signal };
    for await (const event of answerQuestion(dependencies, { messages }, options)) {
      events.push(event);
    }
    expect(events[0]?.type).toBe('passages');
    const deltas = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
    const end = events.at(-1);
    if (end?.type !== 'answer') throw new Error('the last event is not the answer');
    expect(deltas).toBe(end.reply.answer);
    last = end.reply;
    messages.push({ role: 'assistant', content: last.answer });
  }
  if (last === undefined) throw new Error('nothing was said');
  return last;
}

describe('what is said to the service itself', () => {
  it.each([
    ['Hello!', 'Hello. Ask me what the texts say: Pact of Harbour City.'],
    ['Which texts do you have?', /^These texts can be asked: Pact of Harbour City \(1990\)\.$/u],
    ['Спасибо', 'Пожалуйста. Спрашивайте ещё.'],
    ['再见', '再见，文本随时都在这里。'],
    ['Wer bist du?', /^Ich bin ein Programm, das Antworten in Pact of Harbour City findet\./u],
    ['¿Qué puedo preguntar?', /Pact of Harbour City/u],
    ['شكرا', /^على الرحب والسعة/u],
    ['Plus simplement', /^Je ne peux que citer les textes/u],
  ])(
    '%s is replied to in its language, cites nothing and proposes questions',
    async (said, reply) => {
      expect(await talk(said)).toMatchObject({
        answer: expect.stringMatching(reply) as string,
        answered: false,
        remark: true,
        citations: [],
        nearest: [],
        suggestions: ['Does the council of fishers meet?'],
        query: said,
      });
    },
  );

  it('a question of the same words as the texts is none', async () => {
    expect(await talk(QUESTION)).toMatchObject({ answered: true });
    expect((await talk('Is more trade promoted?')).citations[0]?.paragraph).toBe('1');
  });
});

describe('what goes on with an answer', () => {
  it('"more" is what was found and not yet said, until nothing is left', async () => {
    const first = await talk(QUESTION);
    const more = await talk(QUESTION, 'Tell me more');
    expect(more.answered).toBe(true);
    const quotes = new Set(first.citations.map(({ quote }) => quote));
    expect(more.citations.filter(({ quote }) => quotes.has(quote))).toEqual([]);
    const end = await talk(QUESTION, 'More', 'More', 'More', 'More');
    expect(end).toMatchObject({ remark: true });
    expect(end.answer).toMatch(/^That is all I have found/u);
  });

  it('"shorter" is the leading sentence alone', async () => {
    const { citations } = await talk(QUESTION, 'Shorter, please');
    expect(citations.map(({ quote }) => quote)).toEqual(['The council promotes trade in grain.']);
  });

  it('"are you sure?" shows the paragraphs whole, past other remarks', async () => {
    const { citations, notice } = await talk(QUESTION, 'Thanks', 'Are you sure?');
    expect(citations[0]?.text).toBe(`1. ${citations[0]?.quote}`);
    expect(notice).toMatch(/judge for yourself/u);
  });

  it('nothing goes on where nothing was answered', async () => {
    expect((await talk('More')).answer).toMatch(/^There is no answer yet/u);
  });
});

import { describe, expect, it, test } from 'vitest';
import type { FeedbackEntry } from '../../../src/ports/feedback.js';
import type { ChatEvent, ChatReply } from '../../../src/protocol.js';
import { Feedback } from '../../../src/server/feedback/feedback.js';
import { withoutPersonalData } from '../../../src/server/feedback/without-personal-data.js';
import { ANSWER, EVENTS, fakeBackend, NEAREST } from '../../support/fake-backend.js';
import { post, runApp } from '../../support/running-app.js';

const ABSTENTION: ChatReply = {
  id: 'reply-2',
  answer: 'The texts do not answer this.',
  answered: false,
  mode: 'extractive',
  query: 'Who pays?',
  citations: [],
  nearest: [NEAREST],
};
const NOW = Date.UTC(2026, 2, 4, 23, 59);

function aFeedback(book?: { readonly add: () => Promise<void> }): {
  readonly feedback: Feedback;
  readonly kept: FeedbackEntry[];
  readonly troubles: unknown[];
} {
  const [kept, troubles]: [FeedbackEntry[], unknown[]] = [[], []];
  const add = (entry: FeedbackEntry): Promise<void> => {
    kept.push(entry);
    return Promise.resolve();
  };
  const feedback = new Feedback({
    book: book ?? { add },
    now: () => NOW,
    onTrouble: (error) => troubles.push(error),
  });
  return { feedback, kept, troubles };
}

function answering(reply: ChatReply): { readonly events: () => ChatEvent[] } {
  return { events: () => [{ type: 'answer', reply }] };
}

describe('POST /api/feedback', () => {
  it('keeps what a visitor says of an answer once, with the day and nothing of the visitor', async () => {
    const { feedback, kept } = aFeedback();
    const { url } = await runApp(fakeBackend(), { feedback });
    const question = 'Who decides on dams?';
    const chat = await post(`${url}/api/chat`, { question }, { headers: { 'user-agent': 'A b' } });
    const { id, feedback: mayBeJudged } = (await chat.json()) as ChatReply;
    expect([mayBeJudged, kept]).toEqual([true, []]);
    const verdict = await post(`${url}/api/feedback`, { id, helpful: false });
    expect([verdict.status, await verdict.text()]).toEqual([204, '']);
    expect(kept).toEqual([
      { day: '2026-03-04', kind: 'unhelpful', question, places: ['/documents/rivers-1999#p2'] },
    ]);
    const again = await post(`${url}/api/feedback`, { id, helpful: true });
    expect(again.status).toBe(404);
    expect(await again.json()).toMatchObject({ code: 'unknown-reply' });
    expect(kept).toHaveLength(1);
  });

  test.each([
    [{}],
    [{ id: 'reply-1' }],
    [{ id: 'reply-1', helpful: 'yes' }],
    [{ id: '', helpful: true }],
  ])('refuses %j', async (body) => {
    const { url } = await runApp(fakeBackend(), { feedback: aFeedback().feedback });
    const response = await post(`${url}/api/feedback`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-request' });
  });

  it('is absent where nothing is kept, and no reply asks for it', async () => {
    const { url } = await runApp(fakeBackend());
    const reply = (await (await post(`${url}/api/chat`, { question: 'a' })).json()) as ChatReply;
    expect(reply.feedback).toBeUndefined();
    expect((await post(`${url}/api/feedback`, { id: reply.id, helpful: true })).status).toBe(404);
  });
});

describe('what is not answered', () => {
  it('is kept, and a remark is not', async () => {
    const { feedback, kept } = aFeedback();
    const refusing = await runApp(fakeBackend(answering(ABSTENTION)), { feedback });
    await post(`${refusing.url}/api/chat`, { question: 'Who pays? Write to me@example.org' });
    const remarking = await runApp(fakeBackend(answering({ ...ABSTENTION, remark: true })), {
      feedback,
    });
    const reply = await post(`${remarking.url}/api/chat`, { question: 'Hello' });
    expect(((await reply.json()) as ChatReply).feedback).toBeUndefined();
    expect(kept.map(({ kind, question }) => [kind, question])).toEqual([
      ['unanswered', 'Who pays? Write to …'],
    ]);
  });

  it('takes no answer from anybody where it cannot be written', async () => {
    const full = new Error('no space left');
    const { feedback, troubles } = aFeedback({ add: () => Promise.reject(full) });
    const { url } = await runApp(fakeBackend(answering(ABSTENTION)), { feedback });
    expect((await post(`${url}/api/chat`, { question: 'Who pays?' })).status).toBe(200);
    expect(troubles).toEqual([full]);
  });

  it('remembers no more than the last thousand replies', async () => {
    const { feedback } = aFeedback();
    for (let i = 0; i <= 1_000; i++) {
      const reply = { ...ANSWER, id: `reply-${i}` };
      const events = fakeBackend({
        events: () => [...EVENTS.slice(0, -1), { type: 'answer', reply }],
      });
      const signal = new AbortController().signal;
      const asked = events.answer({ messages: [] }, { signal });
      for await (const event of feedback.during('a', asked)) expect(event).toBeDefined();
    }
    expect(() => {
      feedback.judge('reply-0', { helpful: true });
    }).toThrow('can still be judged');
    expect(() => {
      feedback.judge('reply-1', { helpful: true });
    }).not.toThrow();
  });
});

test.each([
  ['I am jo.doe+x@mail.example.org, who decides?', 'I am … who decides?'],
  ['Call +44 (20) 7946-0958 about article 22', 'Call … about article 22'],
  ['My card is 4111 1111 1111 1111.', 'My card is ….'],
  [
    'What do resolutions 1373 and 2249 of 2001 say?',
    'What do resolutions 1373 and 2249 of 2001 say?',
  ],
  ['a\n\n b', 'a b'],
  ['x'.repeat(400), 'x'.repeat(300)],
])('%j is kept as %j', (question, kept) => {
  expect(withoutPersonalData(question)).toBe(kept);
});

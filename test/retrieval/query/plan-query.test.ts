import { describe, expect, it } from 'vitest';
import type { CondenseQuestion } from '../../../src/retrieval/query/condense-question.js';
import { NO_CONTEXT } from '../../../src/retrieval/query/follow-up.js';
import { planQuery, type QueryPlan } from '../../../src/retrieval/query/plan-query.js';
import { SpellingCorrector } from '../../../src/retrieval/query/spelling-corrector.js';
import type { ChatMessage } from '../../../src/types.js';
import { smallIndex } from '../../support/small-index.js';
import { wordCountsOf } from '../../support/word-counts.js';

const TEXT = '1. The council promotes trade.\n\n2. The court settles quarrels.';
const HISTORY: readonly ChatMessage[] = [
  { role: 'user', content: 'What does the court settle?' },
  { role: 'assistant', content: 'Quarrels [1].' },
];

async function plan(
  question: string,
  {
    history = [],
    condense,
    documents,
    asTyped,
  }: {
    readonly history?: readonly ChatMessage[];
    readonly condense?: CondenseQuestion;
    readonly documents?: readonly string[];
    readonly asTyped?: boolean;
  } = {},
): Promise<QueryPlan> {
  const { index } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const messages: ChatMessage[] = [...history, { role: 'user', content: question }];
  return planQuery(
    { messages, ...(documents && { documents }), ...(asTyped && { asTyped }) },
    { index, spelling: new SpellingCorrector(wordCountsOf(TEXT), () => false), condense },
  );
}

it('spelling is mended, and what was typed stays known', async () => {
  expect(await plan('Which councl promotes?')).toMatchObject({
    asked: 'Which councl promotes?',
    corrections: [{ typed: 'councl', meant: 'council' }],
    question: 'Which council promotes?',
    query: 'Which council promotes?',
  });
});

it('a question that is asked as typed is neither mended nor completed, by whatever means', async () => {
  const asked = await plan('And the councl?', {
    history: HISTORY,
    condense: () => Promise.resolve('What does the council do?'),
    asTyped: true,
  });
  expect(asked).toMatchObject({ query: 'And the councl?', corrections: [], context: NO_CONTEXT });
  expect(asked.condensed).toBeUndefined();
});

describe('a question in another language than the texts', () => {
  it('is known as one, and none of its words is taken for a misspelt one', async () => {
    expect(await plan('Was macht der Council mit trad und courts?')).toMatchObject({
      language: 'de',
      foreign: true,
      corrections: [],
      question: 'Was macht der Council mit trad und courts?',
    });
    expect(await plan('Which councl promotes?')).toMatchObject({ language: 'en', foreign: false });
  });

  it('is none where one of the texts that are searched is in its language', async () => {
    const { index } = await smallIndex([
      { id: 'pact', text: TEXT },
      { id: 'pakt', text: '1. Der Rat fördert den Handel.', language: 'de-AT' },
    ]);
    const spelling = new SpellingCorrector(wordCountsOf(TEXT), () => true);
    const messages: ChatMessage[] = [{ role: 'user', content: 'Was fördert der Rat?' }];
    const asked = async (documents?: readonly string[]): Promise<unknown> =>
      (
        await planQuery(
          { messages, ...(documents && { documents }) },
          { index, spelling, condense: undefined },
        )
      ).foreign;
    expect(await asked()).toBe(false);
    expect(await asked(['pakt'])).toBe(false);
    expect(await asked(['pact'])).toBe(true);
  });

  it('is none in a language of many forms, of which the texts have only some', async () => {
    const text = '1. Le drapeau est bleu, blanc et rouge.';
    const { index } = await smallIndex([{ id: 'charte', text, language: 'fr' }]);
    const { corrections, foreign } = await planQuery(
      { messages: [{ role: 'user', content: 'Comment réparer la roue de mon vélo ?' }] },
      {
        index,
        spelling: new SpellingCorrector(wordCountsOf(text), () => false),
        condense: undefined,
      },
    );
    expect({ corrections, foreign }).toEqual({ corrections: [], foreign: false });
  });

  it('is none where no text is searched', async () => {
    expect(await plan('Was macht der Rat?', { documents: ['nothing'] })).toMatchObject({
      foreign: false,
    });
  });
});

describe('a question that leans on an earlier one', () => {
  it('is searched for with it', async () => {
    expect(await plan('And since when?', { history: HISTORY })).toMatchObject({
      condensed: undefined,
      context: { questions: ['What does the court settle?'], answer: 'Quarrels.' },
      query: 'What does the court settle? And since when?',
    });
  });

  it('leans on nothing more where it was condensed', async () => {
    const condense: CondenseQuestion = () => Promise.resolve('Since when does the court settle?');
    expect(await plan('And since when?', { history: HISTORY, condense })).toMatchObject({
      asked: 'And since when?',
      condensed: 'Since when does the court settle?',
      context: { questions: [] },
      query: 'Since when does the court settle?',
    });
  });
});

it('documents that the caller wants bound every aspect', async () => {
  const { subQuestions } = await plan('Who settles quarrels, and what is promoted?', {
    documents: ['pact'],
  });
  expect(subQuestions.length).toBeGreaterThan(2);
  for (const { whole } of subQuestions) expect([...(whole.within ?? [])]).toEqual(['pact']);
});

it('without a message there is nothing to search for, and no error', async () => {
  const { index } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const spelling = new SpellingCorrector(new Map(), () => true);
  const empty = await planQuery({ messages: [] }, { index, spelling, condense: undefined });
  expect(empty).toMatchObject({ asked: '', query: '' });
  expect(empty.subQuestions).toHaveLength(1);
});

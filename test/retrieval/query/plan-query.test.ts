import { describe, expect, it } from 'vitest';
import type { CondenseQuestion } from '../../../src/retrieval/query/condense-question.js';
import { planQuery, type QueryPlan } from '../../../src/retrieval/query/plan-query.js';
import { SpellingCorrector } from '../../../src/retrieval/query/spelling-corrector.js';
import type { ChatMessage } from '../../../src/types.js';
import { smallIndex } from '../../support/small-index.js';

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
  }: {
    readonly history?: readonly ChatMessage[];
    readonly condense?: CondenseQuestion;
    readonly documents?: readonly string[];
  } = {},
): Promise<QueryPlan> {
  const { index } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const messages: ChatMessage[] = [...history, { role: 'user', content: question }];
  return planQuery(
    { messages, ...(documents && { documents }) },
    { index, spelling: new SpellingCorrector([TEXT], () => false), condense },
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
  expect(subQuestions.map(({ whole }) => [...(whole.within ?? [])])).toEqual([['pact'], ['pact']]);
});

it('without a message there is nothing to search for, and no error', async () => {
  const { index } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const spelling = new SpellingCorrector([], () => true);
  const empty = await planQuery({ messages: [] }, { index, spelling, condense: undefined });
  expect(empty).toMatchObject({ asked: '', query: '' });
  expect(empty.subQuestions).toHaveLength(1);
});

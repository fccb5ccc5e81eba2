import { describe, expect, it } from 'vitest';
import {
  contextOf,
  leansOnEarlier,
  standaloneQuery,
} from '../../../src/retrieval/query/follow-up.js';
import type { ChatMessage } from '../../../src/types.js';

const user = (content: string): ChatMessage => ({ role: 'user', content });
const assistant = (content: string): ChatMessage => ({ role: 'assistant', content });

describe('leansOnEarlier', () => {
  it.each([
    'And the prosecutors?',
    'in which hotel exactly?',
    'what for?',
    'which of them proposed the second one?',
    'Is it open to others?',
    'What term does the last of the three want?',
    'why?',
  ])('%j leans', (question) => {
    expect(leansOnEarlier(question)).toBe(true);
  });

  it.each([
    'How will the member states fight drug trafficking?',
    'Which years does the Programme of Cooperation cover?',
    'Name the main bodies of the SCO',
  ])('%j stands alone', (question) => {
    expect(leansOnEarlier(question)).toBe(false);
  });
});

describe('what a question leans on', () => {
  const about = [
    user('What is the SCO Business Council for?'),
    assistant('It promotes trade [1].'),
  ];

  it('the question before, and the answer without its markers', () => {
    expect(contextOf([...about, user('And the bank?')])).toEqual({
      questions: ['What is the SCO Business Council for?'],
      answer: 'It promotes trade.',
    });
  });

  it('no abstention or greeting: what cites nothing leads nowhere', () => {
    const refused = [
      user('What is the SCO Business Council for?'),
      assistant('The texts do not answer this question. I looked in the Sochi Declaration.'),
    ];
    expect(contextOf([...refused, user('And the bank?')])).toEqual({
      questions: ['What is the SCO Business Council for?'],
    });
  });

  it('a chain of follow-ups is traced to the question that stands alone', () => {
    const { questions } = contextOf([
      ...about,
      user('Who is in it?'),
      assistant('All [1].'),
      user('Since when?'),
    ]);
    expect(questions).toEqual(['What is the SCO Business Council for?', 'Who is in it?']);
  });

  it('nothing where the question stands alone, whatever was said before', () => {
    expect(
      contextOf([...about, user('How will the member states fight drug trafficking?')]),
    ).toEqual({ questions: [] });
  });

  it('nothing where nothing was asked before', () => {
    expect(contextOf([assistant('Hello, ask me.'), user('What is it for?')])).toEqual({
      questions: [],
    });
  });

  it('the query reads as one text', () => {
    expect(standaloneQuery('And the bank?', contextOf([...about, user('And the bank?')]))).toBe(
      'What is the SCO Business Council for? And the bank?',
    );
  });
});

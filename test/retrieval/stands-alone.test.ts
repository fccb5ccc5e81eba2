import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/types.js';
import { smallIndex } from '../support/small-index.js';

const TEXT = `1. The council promotes trade in grain and meets in Harbour City.

2. The court settles quarrels about fish and hears every boat owner.

3. The parties protect forests, lakes and wetlands.`;
const HISTORY: readonly ChatMessage[] = [
  { role: 'user', content: 'What does the court settle?' },
  { role: 'assistant', content: 'The court settles quarrels about fish [1].' },
];

const retrieve = async (question: string, asTyped?: boolean) => {
  const { retriever } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const messages: ChatMessage[] = [...HISTORY, { role: 'user', content: question }];
  const { query, evidence } = await retriever.retrieve(
    { messages, ...(asTyped === undefined ? {} : { asTyped }) },
    { topK: 3 },
  );
  return { query, first: evidence[0]?.paragraph.paragraph.label };
};

describe('a question after another one', () => {
  it('that finds better as it was typed stands alone, though it says "they"', async () => {
    expect(await retrieve('Do they protect forests, lakes and wetlands?')).toEqual({
      query: 'Do they protect forests, lakes and wetlands?',
      first: '3',
    });
  });

  it('that finds better with it is completed from it', async () => {
    expect(await retrieve('Do they hear boat owners?')).toMatchObject({ first: '2' });
    expect(await retrieve('Whom does it hear?')).toEqual({
      query: 'What does the court settle? Whom does it hear?',
      first: '2',
    });
  });

  it('is not completed where it is asked as typed', async () => {
    expect((await retrieve('And forests?', true)).query).toBe('And forests?');
    expect((await retrieve('And forests?')).query).toBe('What does the court settle? And forests?');
  });
});

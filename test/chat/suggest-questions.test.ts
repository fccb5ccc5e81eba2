import { describe, expect, it } from 'vitest';
import { suggestQuestions } from '../../src/chat/suggest-questions.js';
import { smallIndex } from '../support/small-index.js';

const text = '1. One rule.\n\n2. Another rule.\n\n3. A third rule.';
const asked = (...questions: string[]) => ({ questions, words: '' });

describe('suggested questions', () => {
  it('come from every text in turn, spread over each', async () => {
    const { index } = await smallIndex([
      { id: 'a', text, expansions: { '1': asked('a1?'), '2': asked('a2?'), '3': asked('a3?') } },
      { id: 'b', text, expansions: { '2': asked('b2?') } },
    ]);
    expect(suggestQuestions(index, 2)).toEqual(['a2?', 'b2?']);
    expect(suggestQuestions(index, 4)).toEqual(['a1?', 'b2?', 'a3?']);
  });

  it('are short', async () => {
    const long = `${'very '.repeat(20)}long?`;
    const { index } = await smallIndex([
      { id: 'a', text, expansions: { '1': asked(long, 'short?'), '2': asked(long) } },
    ]);
    expect(suggestQuestions(index, 9)).toEqual(['short?']);
  });

  it('are none where no text has any', async () => {
    const { index } = await smallIndex([{ id: 'a', text }]);
    expect(suggestQuestions(index, 4)).toEqual([]);
  });
});

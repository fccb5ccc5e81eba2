import { describe, expect, it } from 'vitest';
import { startingQuestions } from '../../../src/chat/suggestions/starting-questions.js';
import { smallIndex } from '../../support/small-index.js';

const text = '1. One rule of dams.\n\n2. Another rule of rivers.\n\n3. A third rule of lakes.';
const asked = (...questions: string[]) => ({ questions, words: '' });

describe('questions to begin with', () => {
  it('come from every text in turn, spread over each, within those that are named', async () => {
    const { index } = await smallIndex([
      {
        id: 'a',
        text,
        expansions: { '1': asked('Dams?'), '2': asked('Rivers?'), '3': asked('Lakes?') },
      },
      { id: 'b', text, expansions: { '2': asked('Other rivers?') } },
    ]);
    expect(await startingQuestions(index, { count: 2 })).toEqual(['Rivers?', 'Other rivers?']);
    expect(await startingQuestions(index, { count: 4 })).toEqual([
      'Dams?',
      'Other rivers?',
      'Lakes?',
    ]);
    expect(await startingQuestions(index, { count: 4, within: new Set(['b']) })).toEqual([
      'Other rivers?',
    ]);
  });

  it("are the editor's own first", async () => {
    const { index } = await smallIndex([
      { id: 'a', text, suggestions: ['What is new?'], expansions: { '1': asked('Dams?') } },
    ]);
    expect(await startingQuestions(index, { count: 2 })).toEqual(['What is new?', 'Dams?']);
    expect(await startingQuestions(index, { count: 1 })).toEqual(['What is new?']);
  });

  it.each([
    ['long ones', `Is a rule ${'of rules '.repeat(8)}a rule?`],
    ['what is typed in a hurry', 'dams rule?'],
    ['what is no whole sentence', 'Dams rule'],
    ['words that the texts do not use', 'Do crooks rule the dams?'],
  ])('are none of %s', async (_what, question) => {
    const { index } = await smallIndex([
      { id: 'a', text, expansions: { '1': asked(question, 'Is a rule a rule?') } },
    ]);
    expect(await startingQuestions(index, { count: 9 })).toEqual(['Is a rule a rule?']);
  });

  it('are of the headings where nobody has written any, in the text’s language', async () => {
    const lines = [
      'CHAPTER 1',
      '1. One rule of dams.',
      '2. Another rule of rivers.',
      'PROTECTION OF **RIVERS**',
      '3. Herons nest there.',
      '4. Otters swim there.',
    ];
    const { index } = await smallIndex([{ id: 'a', text: lines.join('\n\n') }]);
    expect(await startingQuestions(index, { count: 4 })).toEqual([
      'What does the section “PROTECTION OF RIVERS” say?',
    ]);
    const numbered = lines.map((line) => line.replace('PROTECTION OF **RIVERS**', 'CHAPTER 2'));
    const { index: bare } = await smallIndex([{ id: 'a', text: numbered.join('\n\n') }]);
    expect(await startingQuestions(bare, { count: 4 })).toEqual([
      'What does the section “CHAPTER 1” say?',
      'What does the section “CHAPTER 2” say?',
    ]);
  });

  it('of very many texts are of some, from all over the index; no others are looked at', async () => {
    const { index } = await smallIndex(
      Array.from({ length: 40 }, (_, i) => ({
        id: `t${i}`,
        text: `1. Dam ${i} is built.`,
        expansions: { '1': asked(`Dam ${i}?`) },
      })),
    );
    const looked: string[] = [];
    const watched = {
      documents: index.documents,
      vocabulary: index.vocabulary,
      paragraphsOf: (id: string) => {
        looked.push(id);
        return index.paragraphsOf(id);
      },
    };
    expect(await startingQuestions(watched, { count: 2 })).toHaveLength(2);
    expect(looked).toEqual(['t2', 't7', 't12', 't17', 't22', 't27', 't32', 't37']);
    const within = new Set(['t5', 't39']);
    expect(await startingQuestions(watched, { count: 2, within })).toEqual(['Dam 5?', 'Dam 39?']);
  });

  it('are none where no text has any', async () => {
    const { index } = await smallIndex([{ id: 'a', text }]);
    expect(await startingQuestions(index, { count: 4 })).toEqual([]);
  });
});

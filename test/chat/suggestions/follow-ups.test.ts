import { beforeAll, describe, expect, test } from 'vitest';
import { suggestFollowUps } from '../../../src/chat/suggestions/follow-ups.js';
import type { SearchIndex } from '../../../src/ports/search-index.js';
import { smallIndex } from '../../support/small-index.js';

const asks = (
  ...questions: string[]
): { readonly questions: readonly string[]; readonly words: string } => ({ questions, words: '' });
const TEXT = [
  '1. The council meets in Geneva.',
  '2. Members pay a fee.',
  '3. Rivers are kept clean.',
  '4. Dams need consent.',
].join('\n\n');

let index: SearchIndex;
beforeAll(async () => {
  const expansions = {
    '1': asks(
      'Where does the council meet?',
      'In which city does the council meet?',
      `Why ${'very '.repeat(12)}far?`,
    ),
    '2': asks('How much is the fee?', 'Who pays for it?'),
    '3': asks('Is pollution allowed?'),
    '4': asks('Who decides on dams?'),
  };
  ({ index } = await smallIndex([
    { id: 'a', text: TEXT, expansions },
    {
      id: 'b',
      text: '1. Whales are protected.',
      expansions: { '1': asks('May whales be hunted?') },
    },
    { id: 'bare', text: '1. Nothing leads here.\n\n2. Nor here.' },
    // Words that the questions use.
    { id: 'words', text: '1. Cities, towns: who pays much, decides, allows pollution, hunts.' },
  ]));
});

const at = (documentId: string, paragraph: string) => ({ documentId, paragraph });

describe('questions to go on with', () => {
  test('come from the paragraphs shown, one of each in turn, and then from the neighbours', async () => {
    expect(await suggestFollowUps(index, { shown: [at('a', '2')], asked: [] })).toEqual([
      'How much is the fee?',
      'Is pollution allowed?',
      'Where does the council meet?',
    ]);
    expect(
      await suggestFollowUps(index, { shown: [at('a', '4'), at('b', '1')], asked: [] }),
    ).toEqual(['Who decides on dams?', 'May whales be hunted?', 'Is pollution allowed?']);
  });

  test('are none that was asked, at any time, in these or much the same words', async () => {
    const asked = [
      'Does the council meet in a city?',
      'how much is the fee',
      'Are dams something that one decides on?',
    ];
    expect(await suggestFollowUps(index, { shown: [at('a', '1')], asked })).toEqual([
      'Who pays for it?',
    ]);
    expect(
      await suggestFollowUps(index, { shown: [at('a', '3')], asked: [...asked, 'Who pays?'] }),
    ).toEqual(['Is pollution allowed?']);
  });

  test('ask nothing of a paragraph shown that asks as the last question did, such as for a place', async () => {
    expect(
      await suggestFollowUps(index, {
        shown: [at('a', '1')],
        asked: ['In what town is the assembly?'],
      }),
    ).toEqual(['How much is the fee?', 'Who pays for it?']);
    expect(
      await suggestFollowUps(index, {
        shown: [at('a', '2')],
        asked: ['In what town is the assembly?'],
      }),
    ).toContain('Where does the council meet?');
  });

  test('are no two alike', async () => {
    expect(
      await suggestFollowUps(index, { shown: [at('a', '1'), at('a', '1')], asked: [] }),
    ).toEqual(['Where does the council meet?', 'How much is the fee?', 'Who pays for it?']);
  });

  test('stay within the text', async () => {
    expect(await suggestFollowUps(index, { shown: [at('b', '1')], asked: [] })).toEqual([
      'May whales be hunted?',
    ]);
  });

  test.each([
    ['texts without expansions', [at('bare', '1')]],
    ['no paragraph', []],
    ['a paragraph that is not there', [at('a', '99'), at('constructor', '__proto__')]],
  ])('of %s are none', async (_what, shown) => {
    expect(await suggestFollowUps(index, { shown, asked: [] })).toEqual([]);
  });

  test('stay within the documents that the visitor stays within, and leave out what may not be offered', async () => {
    const shown = [at('a', '2'), at('b', '1')];
    expect(await suggestFollowUps(index, { shown, asked: [], within: new Set(['b']) })).toEqual([
      'May whales be hunted?',
    ]);
    const mayOffer = (question: string): boolean => !question.includes('fee');
    const [first] = await suggestFollowUps(index, { shown, asked: [], mayOffer });
    expect(first).toBe('Who pays for it?');
  });

  test('are of the headings behind the one shown where nobody has written any', async () => {
    const parts = ['PROTECTION OF RIVERS', 'BUILDING OF DAMS', 'RULES FOR BOATS'];
    const lines = parts.flatMap((part, at) => [
      part,
      `${2 * at + 1}. Herons nest there.`,
      `${2 * at + 2}. Otters swim there.`,
    ]);
    const { index: unasked } = await smallIndex([{ id: 'b', text: lines.join('\n\n') }]);
    const asked = 'What does the section “PROTECTION OF RIVERS” say?';
    const shown = [{ documentId: 'b', paragraph: '4' }];
    expect(await suggestFollowUps(unasked, { shown, asked: ['Otters?'] })).toEqual([
      'What does the section “RULES FOR BOATS” say?',
      asked,
    ]);
    expect(
      await suggestFollowUps(unasked, {
        shown,
        asked: [asked],
        mayOffer: (question) => !question.includes('BOATS'),
      }),
    ).toEqual([]);
  });
});

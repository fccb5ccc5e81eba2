import { beforeAll, describe, expect, it } from 'vitest';
import { excerptsAt, type Excerpt } from '../../src/answering/quoting/excerpt.js';
import { sayExtract, type Said } from '../../src/chat/say-answer.js';
import { sidesOf } from '../../src/chat/sides-of.js';
import type { SilentText } from '../../src/chat/silent-texts.js';
import { smallIndex, type SmallIndex } from '../support/small-index.js';

const TEXTS = [
  { id: 'river', title: 'River Treaty', text: '1. Herons nest there.\n\n2. Otters swim.\n' },
  { id: 'lake', title: 'Lake Treaty', text: '1. Swans rest there.\n' },
];

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex(TEXTS);
});

/** The first sentences of these paragraphs, by their number in the index, as an answer. */
function said(...numbers: readonly number[]): Said {
  const excerpts = numbers.flatMap((number): Excerpt[] => {
    const paragraph = small.paragraphs[number];
    return paragraph === undefined ? [] : excerptsAt(paragraph, new Set([0]));
  });
  const events = sayExtract(small.index, { excerpts, signal: new AbortController().signal });
  for (let next = events.next(); ; next = events.next()) if (next.done) return next.value;
}

function silent(documentId: string): SilentText {
  const [aspect, notice] = [{} as SilentText['aspect'], `${documentId} says nothing.`];
  return { documentId, name: documentId, notice, aspect };
}

describe('the sides of an answer', () => {
  it('are what each text says, without its name', () => {
    const { answer, sides = [] } = said(0, 1, 2);
    expect(sides.map(({ name, start, end }) => [name, answer.slice(start, end)])).toEqual([
      ['River Treaty', 'Herons nest there. [1] Otters swim. [2]'],
      ['Lake Treaty', 'Swans rest there. [3]'],
    ]);
  });

  it('are none where one text has the word, or has it twice', () => {
    expect(said(0, 1).sides).toBeUndefined();
    expect(said(0, 2, 1).sides).toBeUndefined();
    expect(sidesOf(small.index, said(0, 1), [])).toBeUndefined();
  });

  it('name a text that says nothing, also beside a single one', () => {
    const answer = said(0, 1);
    const { length } = answer.answer;
    expect(sidesOf(small.index, answer, [silent('lake')])).toEqual([
      { documentId: 'river', name: 'River Treaty', start: 0, end: length },
      {
        documentId: 'lake',
        name: 'lake',
        start: length,
        end: length,
        notice: 'lake says nothing.',
      },
    ]);
    expect(sidesOf(small.index, said(0, 2), [silent('seas')])?.map(({ name }) => name)).toEqual([
      'River Treaty',
      'Lake Treaty',
      'seas',
    ]);
  });

  it('are none of what a chat model says', () => {
    expect(sidesOf(small.index, { ...said(0), mode: 'generative' }, [silent('lake')])).toBe(
      undefined,
    );
  });
});

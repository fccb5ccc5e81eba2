import { describe, expect, it } from 'vitest';
import { isBareLine } from '../../../src/answering/quoting/bare-line.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import { textOf } from '../../../src/answering/quoting/excerpt.js';
import { smallIndex } from '../../support/small-index.js';

async function isBare(text: string): Promise<boolean> {
  const { paragraphs } = await smallIndex([
    { id: 'a', text: `${text}\n\n2. The parties keep rivers clean.\n\n3. They meet.` },
  ]);
  const paragraph = paragraphs.find((each) => each.paragraph.text === text);
  if (paragraph === undefined) throw new Error(`no paragraph "${text}"`);
  return isBareLine({ paragraph, place: 0 });
}

describe('a line that says nothing by itself', () => {
  it.each([
    'Done at Washington, 12 May 2020',
    'Moscow, 9 May 2001.',
    'Sochi (Russia), 20 April, 2016',
  ])('is %j', async (text) => {
    expect(await isBare(text)).toBe(true);
  });

  it.each([
    'Herons nest.',
    'Members pay 5 euros each year.',
    'and the protection of whales',
    '第一条规定了各方的义务。',
    'Recalling the treaty of 4 July 2000 and the good that it has done since,',
  ])('is not %j', async (text) => {
    expect(await isBare(text)).toBe(false);
  });

  it('is none with a printed number', async () => {
    expect(await isBare('1. Free movement of goods')).toBe(false);
  });
});

describe('an answer', () => {
  const TEXT = [
    'The partners protect the river of the future with nets.',
    'Washington, River Partners, 12 May 2020.',
  ].join('\n\n');

  async function quoted(question: string): Promise<string[]> {
    const { index, retriever } = await smallIndex([{ id: 'a', text: TEXT }]);
    const { aspects } = await retriever.retrieve(
      { messages: [{ role: 'user', content: question }] },
      { topK: 8 },
    );
    return pickExcerpts(index, aspects).excerpts.map(textOf);
  }

  it('holds no bare line where there is a sentence', async () => {
    expect(await quoted('What about the Washington river partners?')).toEqual([
      'The partners protect the river of the future with nets.',
    ]);
  });

  it('holds the line of the date where a date is asked for', async () => {
    expect(await quoted('When did the Washington river partners meet?')).toContain(
      'Washington, River Partners, 12 May 2020.',
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { composeExtract } from '../../../src/answering/quoting/compose-extract.js';
import { announcerOf, itemsOf } from '../../../src/answering/quoting/enumeration.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import type { IndexedParagraph } from '../../../src/ports/search-index.js';
import { smallIndex, type SmallIndex } from '../../support/small-index.js';

const CHARTER = `# Charter

## Article 1

The purposes of the Union are:

(a) to keep the lake clean;
(b) to share its water fairly;
(c) to teach children to swim.

## Article 2

1. Any town may join.
2. A town that wishes to enter shall:
   (a) accept this Charter in writing;
   (b) pay the fee of 500 francs.
3. The Council may expel a member.

## Article 3

The tasks of the Council are:

1. To count the boats; and
2. To feed the swans.
`;

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([
    { id: 'charter', title: 'Charter', text: CHARTER },
    { id: 'pact', title: 'Pact', text: 'The purposes of the Pact are peace and quiet.' },
    { id: 'note', title: 'Note', text: '1. The Parties welcome dams.\n\n2. They praise swimming.' },
  ]);
});

async function answer(
  question: string,
  documents: readonly string[] = ['charter'],
): Promise<string> {
  const { aspects } = await small.retriever.retrieve(
    { messages: [{ role: 'user', content: question }], documents },
    { topK: 8 },
  );
  return composeExtract(small.index, pickExcerpts(small.index, aspects).excerpts)
    .map(({ text }) => text)
    .join('');
}

const labelled = (label: string): IndexedParagraph => {
  const found = small.paragraphs.find(({ paragraph }) => paragraph.label === label);
  if (found === undefined) throw new Error(`there is no ${label}`);
  return found;
};

describe('a list', () => {
  it('is known by its labels', () => {
    expect(itemsOf(labelled('2.2')).map(({ paragraph }) => paragraph.label)).toEqual([
      '2.2(a)',
      '2.2(b)',
    ]);
    expect(itemsOf(labelled('2.1'))).toEqual([]);
    expect(announcerOf(labelled('2.2(b)'))?.paragraph.label).toBe('2.2');
    expect(announcerOf(labelled('2.3'))).toBeUndefined();
    expect(itemsOf(labelled('3')).map(({ paragraph }) => paragraph.label)).toEqual(['3.1', '3.2']);
    expect(announcerOf(labelled('3.2'))?.paragraph.label).toBe('3');
  });

  it('is quoted whole, an item a line, each with its own number', async () => {
    expect(await answer('What are the purposes of the Union?')).toBe(
      'The purposes of the Union are: [1]\nto keep the lake clean; [2]\nto share its ' +
        'water fairly; [3]\nto teach children to swim. [4]',
    );
  });

  it('is quoted whole and in order where its number is named', async () => {
    expect(await answer('What does article 2.2 say?')).toBe(
      'A town that wishes to enter shall: [1]\naccept this Charter in writing; [2]\npay the fee of 500 francs. [3]',
    );
  });

  it('lends an item alone what announces it', async () => {
    expect(await answer('How high is the fee?')).toBe(
      '[A town that wishes to enter shall:] pay the fee of 500 francs. [1]',
    );
  });
});

it('a paragraph that opens with "They" is told whom it means', async () => {
  expect(await answer('Who praises swimming?', ['note'])).toBe(
    'They [the Parties] praise swimming. [1]',
  );
});

it('an answer from several texts names each', async () => {
  expect(
    await answer('What are the purposes of the Union and what are the purposes of the Pact?', [
      'charter',
      'pact',
    ]),
  ).toMatch(
    new RegExp(
      String.raw`^(?:Charter: The purposes of the Union are: .+\n\nPact: The purposes of the Pact` +
        String.raw`|Pact: The purposes of the Pact .+\n\nCharter: The purposes of the Union)`,
      'su',
    ),
  );
});

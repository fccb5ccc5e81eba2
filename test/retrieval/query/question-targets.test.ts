import { beforeAll, describe, expect, it } from 'vitest';
import {
  questionTargets,
  referenceOutcome,
  type QuestionTargets,
} from '../../../src/retrieval/query/question-targets.js';
import type { IndexedParagraph, SearchIndex } from '../../../src/ports/search-index.js';
import { smallIndex } from '../../support/small-index.js';

const RIVER = `1. WATER

1. The parties share water.

2. TRADE

2. The parties lower tariffs.

3. The bank pays.`;

let index: SearchIndex;
beforeAll(async () => {
  ({ index } = await smallIndex([
    { id: 'river', place: 'Riverton', text: RIVER },
    { id: 'coast', place: 'Coastville', text: '1. Whales are free.\n\n2. Waste is forbidden.' },
    { id: 'speech', place: 'Lakeside', text: 'Friends, we met.\n\nWe agreed at once.' },
  ]));
});

const targetsOf = (
  question: string,
  { earlier = [], within }: { readonly earlier?: string[]; readonly within?: string } = {},
): Promise<QuestionTargets> =>
  questionTargets(question, {
    earlier,
    searched: index.documents.filter(({ id }) => within === undefined || id === within),
    index,
  });
const addresses = (paragraphs: Iterable<IndexedParagraph>): string[] =>
  [...paragraphs].map(({ document, paragraph }) => `${document.id}#${paragraph.label}`);

describe('paragraphs that a question names', () => {
  it.each([
    ['paragraph 2', ['river#2', 'coast#2']],
    ['paragraph 2 of the Coastville text', ['coast#2']],
    ['paragraph 9', []],
    ['paragraph 2 of the Lakeside text', ['speech#p2']],
    ['What is agreed?', []],
    ['What does section 2 contain?', ['river#2', 'river#3']],
    ['summary of section 2 of the Riverton text', ['river#2', 'river#3']],
    ['What does section 2 say on tariffs?', ['river#2', 'river#3']],
  ])('%j: %j', async (question, named) => {
    expect(addresses((await targetsOf(question)).named)).toEqual(named);
  });

  it('sentences by where they stand, of one text where no place is said', async () => {
    const sentencesIn = async (question: string, within?: string): Promise<unknown> =>
      [...(await targetsOf(question, within === undefined ? {} : { within })).sentences].map(
        ([paragraph, places]) => [addresses([paragraph])[0], ...places],
      );
    expect(await sentencesIn('the first sentence of paragraph 2', 'coast')).toEqual([
      ['coast#2', 0],
    ]);
    expect(await sentencesIn('the second sentence', 'speech')).toEqual([['speech#p2', 0]]);
    expect(await sentencesIn('the second sentence')).toEqual([]);
    expect(
      (await targetsOf('the fifth sentence of paragraph 2', { within: 'coast' })).named.size,
    ).toBe(0);
  });

  it.each([
    ['the third last sentence of paragraph 2', undefined],
    ['the second last sentence of paragraph 2', 0],
    ['the last sentence of paragraph 2', 1],
    ['sentence II of paragraph 2', 1],
    ['sentence III of paragraph 2', undefined],
    ['sentences I to II of paragraph 2', 0, 1],
  ])('%s of two', async (question, ...places) => {
    const text = '1. Otters are free.\n\n2. Otters swim. Herons fly.';
    const { index: own } = await smallIndex([{ id: 'pact', text }]);
    const options = { earlier: [], searched: own.documents, index: own };
    const { sentences } = await questionTargets(question, options);
    expect([...sentences.values()].flatMap((each) => [...each])).toEqual(
      places.filter((place) => place !== undefined),
    );
  });

  it.each([
    'O que diz o segundo período?',
    'Wie lautet der zweite Satz des Textes?',
    'Wie heißt der zweite Satz?',
    '第二句话是什么？',
  ])('a sentence of the text that is asked, where nothing else is: %s', async (question) => {
    const { sentences } = await targetsOf(question, { within: 'speech' });
    expect(
      [...sentences].map(([paragraph, places]) => [paragraph.paragraph.label, ...places]),
    ).toEqual([['p2', 0]]);
  });

  it.each([
    'What is the first sentence for murder?',
    'Quanto dura o primeiro período de validade?',
    'Quanto dura il primo periodo di prova?',
  ])('no sentence of no place where something else is asked: %s', async (question) => {
    const targets = await targetsOf(question, { within: 'speech' });
    expect(targets).toMatchObject({ references: [], missing: [] });
    expect([targets.named.size, targets.sentences.size]).toEqual([0, 0]);
  });

  it('in the documents that are searched only', async () => {
    expect(addresses((await targetsOf('paragraph 2', { within: 'coast' })).named)).toEqual([
      'coast#2',
    ]);
  });
});

it.each([
  ['What does section 2 say on tariffs?', true],
  ['What does section 2 of the Riverton text say?', false],
  ['Give me the full wording of section 2, please.', false],
  ['Compare section 2 of both.', false],
  ['What does 2 say?', false],
])('whether %j asks something of the place: %s', async (question, ofNamed) => {
  expect((await targetsOf(question)).ofNamed).toBe(ofNamed);
});

it('what earlier questions name is leant on', async () => {
  const earlier = ['What does paragraph 3 of the Riverton text say?'];
  const { leantOn, named } = await targetsOf('Who gains from it?', { earlier });
  expect(addresses(leantOn)).toEqual(['river#3']);
  expect(named.size).toBe(0);
});

it('phrases in quotes', async () => {
  expect((await targetsOf('Where is “Waste is” said?')).phrases).toEqual(['waste is']);
});

it('paragraphs that hold all words of a phrase in quotes are wanted, where they are searched', async () => {
  const holders = async (question: string, within?: string): Promise<string[]> => {
    const found = await targetsOf(question, within === undefined ? {} : { within });
    return addresses(await index.paragraphs(found.holders));
  };
  expect(await holders('Where is “the parties share” said?')).toEqual(['river#1']);
  expect(await holders('Where are “parties lower” and “whales are free” said?')).toEqual([
    'river#2',
    'coast#1',
  ]);
  expect(await holders('Where is “the parties share” said?', 'coast')).toEqual([]);
  expect(await holders('Where is what the parties share said?')).toEqual([]);
});

it('a place that the texts speak of is not missing from them, where something is asked of it', async () => {
  const speaking = await smallIndex([
    {
      id: 'oars',
      text: '1. Article 51 of the Charter allows oars.\n\n2. They are long: resolution 22.',
    },
  ]);
  const missing = async (question: string): Promise<number> => {
    const { index: own } = speaking;
    const options = { earlier: [], searched: own.documents, index: own };
    return (await questionTargets(question, options)).missing.length;
  };
  expect(await missing('What is allowed under Article 51?')).toBe(0);
  expect(await missing('What does Article 51 say?')).toBe(1);
  expect(await missing('What is allowed under Article 52?')).toBe(1);
  expect(await missing('What does resolution 22 say?')).toBe(0);
  expect(await missing('What does resolution 23 say?')).toBe(1);
});

it('a year of which the texts speak is no place that is missing, where no number of such is so long', async () => {
  const goals = `Präambel

Unsere Ziele bis 2030 sind klar: Bis dahin sind die Seen sauber.

Artikel 1

Die Reiher sind frei.

Artikel 2

Die Otter sind frei.`;
  const missing = async (question: string, text: string): Promise<number> => {
    const { index: own } = await smallIndex([{ id: 'lakes', text }]);
    const options = { earlier: [], searched: own.documents, index: own };
    return (await questionTargets(question, options)).missing.length;
  };
  expect(await missing('Was sind die Ziele 2030?', goals)).toBe(0);
  expect(await missing('Quais são os objetivos 2030?', goals)).toBe(0);
  expect(await missing('Was sind die Ziele 2040?', goals)).toBe(1);
  expect(await missing('Was sagt Artikel 3?', goals)).toBe(1);
  const long = goals.replace('Artikel 1', 'Artikel 1031').replace('Artikel 2', 'Artikel 1032');
  expect(await missing('Was sagt Artikel 1033?', `${long}\n\nIn Kraft ab 1033.`)).toBe(1);
});

it.each([
  ['What is agreed?', 'none'],
  ['paragraph 2', 'found'],
  ['What does section 2 say on tariffs?', 'found'],
  ['paragraph 9', 'unknown'],
])('the outcome of %j is %j', async (question, outcome) => {
  expect(referenceOutcome(await targetsOf(question))).toBe(outcome);
});

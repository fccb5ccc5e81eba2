import { beforeAll, describe, expect, it } from 'vitest';
import type { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import type { ChatMessage } from '../../src/types.js';
import { FakeReader } from '../support/fake-reader.js';
import { smallIndex } from '../support/small-index.js';

const RIVER = `1. WATER

1. The parties protect the river and its fish.

2. The parties share water fairly in times of drought.

2. TRADE

3. The parties lower tariffs on grain.

4. The bank of the union finances irrigation, dams and grain stores.

5. Trade in weapons is forbidden between the parties.`;
const COAST = `1. The signatories protect the sea and its whales.

2. The signatories forbid the dumping of waste.

3. A meeting takes place every three years in Harbour City.`;

let retriever: DeclarationRetriever;
beforeAll(async () => {
  const expansions = {
    '5': { questions: ['May they sell guns to each other?'], words: 'arms, guns, rifles' },
  };
  ({ retriever } = await smallIndex([
    { id: 'river-1990', title: 'River Treaty', place: 'Riverton', text: RIVER, expansions },
    { id: 'coast-2001', title: 'Coast Charter', place: 'Coastville', text: COAST },
  ]));
});

const ask = (question: string, history: readonly ChatMessage[] = []): ChatMessage[] => [
  ...history,
  { role: 'user', content: question },
];
async function find(
  question: string,
  options: { history?: ChatMessage[]; documents?: string[] } = {},
): Promise<string[]> {
  const inquiry = {
    messages: ask(question, options.history),
    ...(options.documents ? { documents: options.documents } : {}),
  };
  const { evidence } = await retriever.retrieve(inquiry, { topK: 10 });
  return evidence.map(
    ({ paragraph: { document, paragraph } }) => `${document.id}#${paragraph.label}`,
  );
}

describe('the paragraph that comes first', () => {
  it.each([
    ['Who pays for dams?', 'river-1990#4', 'a rare word decides'],
    ['How do they share water in a drought?', 'river-1990#2', 'more of the question’s words'],
    ['grain tarifs', 'river-1990#3', 'two words beat one, whatever the length'],
    [
      'Can the parties sell rifles?',
      'river-1990#5',
      'everyday words of the expansion lead to the paragraph',
    ],
    [
      'What does paragraph 3 of the river treaty say?',
      'river-1990#3',
      'a paragraph named by its number, in the document named',
    ],
    ['section 2 on weapons', 'river-1990#5', 'within a section named by its number'],
    ['what about "protect the sea"', 'coast-2001#1', 'an exact phrase in quotes'],
    ['What does the coast charter forbid?', 'coast-2001#2', 'the document named is preferred'],
  ])('%j: %s (%s)', async (question, first) => {
    expect((await find(question))[0]).toBe(first);
  });

  it('a paragraph that the question before named by its number, where this one leans on it', async () => {
    const history: ChatMessage[] = [
      { role: 'user', content: 'What does paragraph 3 of the river treaty say?' },
      { role: 'assistant', content: 'It says this. [1]' },
    ];
    expect((await find('And which parties gain from it?', { history }))[0]).toBe('river-1990#3');
    expect((await find('What protects the river?', { history }))[0]).toBe('river-1990#1');
  });

  it('all of a section that is named and nothing else is asked of', async () => {
    expect((await find('What is in section 2?')).slice(0, 3)).toEqual([
      'river-1990#3',
      'river-1990#4',
      'river-1990#5',
    ]);
    const { aspects } = await retriever.retrieve(
      { messages: ask('section 2 summary') },
      { topK: 10 },
    );
    expect(aspects[0]?.named.map(({ paragraph }) => paragraph.label)).toEqual(['3', '4', '5']);
  });

  it('of two things asked together each has its paragraph', async () => {
    const { aspects } = await retriever.retrieve(
      { messages: ask('What is agreed about tariffs on grain and about the fish in the river?') },
      { topK: 10 },
    );
    expect(aspects.map(({ evidence }) => evidence[0]?.paragraph.paragraph.label)).toEqual([
      '3',
      '1',
    ]);
  });

  it('a number is looked for in the document that the question names, and nowhere else', async () => {
    const named = async (question: string): Promise<unknown> => {
      const { aspects, reference } = await retriever.retrieve(
        { messages: ask(question) },
        { topK: 10 },
      );
      return [
        reference,
        aspects.flatMap((aspect) =>
          aspect.named.map(({ document, paragraph }) => `${document.id}#${paragraph.label}`),
        ),
      ];
    };
    expect(await named('What is paragraph 3 of the coast charter?')).toEqual([
      'found',
      ['coast-2001#3'],
    ]);
    expect(await named('What is paragraph 5 of the coast charter?')).toEqual(['unknown', []]);
  });

  it('a comparison brings both documents to the top', async () => {
    const found = await find('Compare what the River and Coast texts say they protect.');
    expect(found.slice(0, 2).sort()).toEqual(['coast-2001#1', 'river-1990#1']);
  });

  it('both parts of a question are found', async () => {
    const found = await find('Who finances irrigation, and how often does the meeting take place?');
    expect(found.slice(0, 2).sort()).toEqual(['coast-2001#3', 'river-1990#4']);
  });
});

describe('follow-ups', () => {
  const history: ChatMessage[] = [
    { role: 'user', content: 'What does the river treaty say about drought?' },
    { role: 'assistant', content: 'The parties share water fairly [1].' },
  ];

  it('lean on what was said before', async () => {
    expect((await find('And how is it shared?', { history }))[0]).toBe('river-1990#2');
    const { query } = await retriever.retrieve(
      { messages: ask('And how is it shared?', history) },
      { topK: 1 },
    );
    expect(query).toBe('What does the river treaty say about drought? And how is it shared?');
  });

  it('a question that stands alone is searched for alone', async () => {
    const alone = await retriever.retrieve(
      { messages: ask('Who finances irrigation dams?') },
      { topK: 5 },
    );
    const after = await retriever.retrieve(
      { messages: ask('Who finances irrigation dams?', history) },
      { topK: 5 },
    );
    expect(after.query).toBe('Who finances irrigation dams?');
    expect(after.evidence).toEqual(alone.evidence);
  });
});

describe('what bounds a search', () => {
  it('the documents asked for', async () => {
    const found = await find('protect', { documents: ['coast-2001'] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((address) => address.startsWith('coast-2001#'))).toBe(true);
  });

  it('topK', async () => {
    expect(
      (await retriever.retrieve({ messages: ask('the parties') }, { topK: 2 })).evidence.length,
    ).toBeLessThanOrEqual(2);
  });

  it('an aborted signal', async () => {
    await expect(
      retriever.retrieve(
        { messages: ask('the parties') },
        { topK: 2, signal: AbortSignal.abort() },
      ),
    ).rejects.toThrow();
  });

  it('a paragraph number that no text has is told', async () => {
    const referenceOf = async (question: string) =>
      (await retriever.retrieve({ messages: ask(question) }, { topK: 5 })).reference;
    expect(await referenceOf('What does paragraph 180 say?')).toBe('unknown');
    expect(await referenceOf('What does paragraph 2 say?')).toBe('found');
    expect(await referenceOf('What is said about fish?')).toBe('none');
  });

  it('a question of no known word finds nothing rather than anything', async () => {
    expect(await find('???')).toEqual([]);
  });
});

it('is a LangChain retriever', async () => {
  const [first] = await retriever.invoke('Who pays for dams?');
  expect(first?.pageContent).toContain('irrigation');
  expect(first?.metadata).toMatchObject({
    documentId: 'river-1990',
    paragraph: '4',
    section: ['2. TRADE'],
  });
});

it('scores are comparable: better evidence for the same paragraph scores higher', async () => {
  const score = async (question: string): Promise<number> =>
    (await retriever.retrieve({ messages: ask(question) }, { topK: 1 })).evidence[0]?.score ?? 0;
  expect(await score('bank finances irrigation dams')).toBeGreaterThan(
    await score('bank of umbrellas, trumpets and violins'),
  );
});

describe('a reader', () => {
  const TEXTS = [
    { id: 'grain', text: '1. Boats carry grain to the port.\n\n2. Boats carry salt to the port.' },
  ];
  const read = async (question: string, languages: readonly string[]): Promise<unknown> => {
    const reader = new FakeReader(/salt/u, languages);
    const small = await smallIndex(TEXTS, { reader });
    const { evidence, language, foreign } = await small.retriever.retrieve(
      { messages: ask(question) },
      { topK: 2 },
    );
    const [first] = evidence;
    return {
      first: first?.paragraph.paragraph.label,
      asked: reader.calls.length,
      language,
      foreign,
    };
  };

  it('has what it finds an answer in put first', async () => {
    const question = 'What do boats carry to the port?';
    const expected = { language: 'en', foreign: false };
    expect(await read(question, [])).toEqual({ ...expected, first: '1', asked: 0 });
    expect(await read(question, ['en'])).toEqual({ ...expected, first: '2', asked: 1 });
  });

  it('is not asked in a language that it does not read', async () => {
    expect(await read('Was bringen die boats zum port?', ['en'])).toMatchObject({
      asked: 0,
      language: 'de',
      foreign: true,
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/answering/quoting/excerpt.js';
import { pickExcerpts, type PickedExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import { traceSentences } from '../../../src/answering/quoting/trace-sentences.js';
import { QUOTING } from '../../../src/answering/settings.js';
import { smallIndex, type SmallIndex } from '../../support/small-index.js';

const LONG = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
const TEXT = `1. The parties protect the river. They do so with nets built in 1948. Herons nest there.

2. The bank of the union finances grain.

3. A member shall:
(a) feed the swans;
(b) count the boats.

4. Owls hunt ${LONG}. Owls sleep ${LONG}. Owls nest ${LONG}. Owls fly ${LONG}.

5. Owls eat ${LONG}. Bats fly. ${LONG.replaceAll('word', 'name')} ${LONG} ${LONG} ${LONG} ${LONG}. ${LONG} ${LONG} end.
`;

let small: SmallIndex;
beforeAll(async () => {
  small = await smallIndex([{ id: 'pact', text: TEXT }]);
});

async function picked(
  question: string,
  { retriever, index }: SmallIndex = small,
): Promise<PickedExcerpts> {
  const { aspects } = await retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  return pickExcerpts(index, aspects);
}

/** `1:2 leads` for the second sentence of paragraph 1, in the order of choice. */
async function choices(question: string): Promise<string[]> {
  const { chosen } = await picked(question);
  return chosen.map(
    ({ paragraph, place, because }) => `${paragraph.paragraph.label}:${place + 1} ${because}`,
  );
}

describe('why a sentence is quoted', () => {
  it('the best one leads, and brings the one that it leans on', async () => {
    expect((await choices('Which nets were built in 1948?')).slice(0, 2)).toEqual([
      '1:1 leaned-on',
      '1:2 leads',
    ]);
  });

  it('each thing asked has its leading sentence', async () => {
    expect(
      (await choices('Who finances grain, and where do herons nest?')).filter((choice) =>
        choice.endsWith('leads'),
      ),
    ).toEqual(['2:1 leads', '1:3 leads']);
  });

  it('items of a list come with what announces them', async () => {
    expect(await choices('What shall a member do?')).toEqual([
      '3:1 leads',
      '3(a):1 list-item',
      '3(b):1 list-item',
    ]);
  });

  it('a place that is named is quoted as it stands', async () => {
    expect(await choices('What does paragraph 1 say about nets?')).toEqual([
      '1:1 leaned-on',
      '1:2 named-place',
      '1:3 named-place',
    ]);
  });

  it.each([
    ['the second sentence of paragraph 1', ['1:2 named-sentence']],
    ['What is the last sentence of paragraph 1?', ['1:3 named-sentence']],
    ['Summarise sentences 1 and 3 of paragraph 1', ['1:1 named-sentence', '1:3 named-sentence']],
    ['the first sentence of paragraphs 1 and 2', ['1:1 named-sentence', '2:1 named-sentence']],
  ])('a sentence that is named, and no other: %j', async (question, expected) => {
    expect(await choices(question)).toEqual(expected);
  });
});

describe('how much is quoted', () => {
  it('is filled up to the words allowed, no further', async () => {
    const { excerpts, candidates } = await picked('What do owls do?');
    const quoted = excerpts.map(textOf).join(' ').split(/\s+/u).length;
    expect(candidates.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(2);
    expect(quoted).toBeLessThanOrEqual(QUOTING.maxWords);
    expect(quoted).toBeGreaterThan(QUOTING.maxWords / 2);
  });

  it('is more where a place is named', async () => {
    const { excerpts } = await picked('What does paragraph 4 say?');
    const quoted = excerpts.map(textOf).join(' ').split(/\s+/u).length;
    expect(quoted).toBeGreaterThan(QUOTING.maxWords);
    expect(quoted).toBeLessThanOrEqual(QUOTING.maxNamedWords);
  });
});

describe('a place in several texts', () => {
  async function wordsOfEach(...ids: string[]): Promise<number[]> {
    const texts = await smallIndex(ids.map((id) => ({ id, text: TEXT })));
    const { excerpts } = await picked('What does paragraph 4 say?', texts);
    return ids.map((id) =>
      excerpts
        .filter(({ paragraph }) => paragraph.document.id === id)
        .reduce((sum, excerpt) => sum + textOf(excerpt).split(/\s+/u).length, 0),
    );
  }

  it('is quoted from each of two as from one alone', async () => {
    const [alone = 0] = await wordsOfEach('north');
    expect(alone).toBeGreaterThan(QUOTING.maxWords);
    expect(await wordsOfEach('north', 'south')).toEqual([alone, alone]);
  });

  it('is quoted from each of many, each with its share', async () => {
    const lengths = await wordsOfEach('north', 'south', 'east', 'west', 'inland');
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(lengths.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(
      QUOTING.maxComparedWords,
    );
  });
});

describe('the trace of sentences', () => {
  it('has candidates best first with what they competed with, then what came with them', async () => {
    const trace = traceSentences(await picked('Which nets were built in 1948?'));
    const competing = trace.flatMap(({ candidate }) => candidate ?? []);
    const scores = competing.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { score, paragraphScore, ownScore } of competing) {
      expect(score).toBeCloseTo(QUOTING.paragraphWeight * paragraphScore + ownScore, 12);
    }
    expect(trace[0]).toMatchObject({
      documentId: 'pact',
      paragraph: '1',
      sentence: 2,
      text: 'They do so with nets built in 1948.',
      candidate: { aspect: 1, remainder: false },
      because: 'leads',
    });
    expect(trace.find(({ because }) => because === 'leaned-on')).toMatchObject({ sentence: 1 });
  });

  it('says so where a candidate found no room', async () => {
    const trace = traceSentences(await picked('What do owls do?'));
    const left = trace.filter(({ because }) => because === undefined);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ candidate }) => candidate !== undefined)).toBe(true);
  });

  it('names what belongs to a named place though nothing competed', async () => {
    const trace = traceSentences(await picked('What does paragraph 2 say?'));
    expect(trace).toEqual([
      {
        documentId: 'pact',
        paragraph: '2',
        sentence: 1,
        text: 'The bank of the union finances grain.',
        because: 'named-place',
      },
    ]);
  });
});

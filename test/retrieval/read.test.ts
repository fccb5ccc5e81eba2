import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/retrieval/fuse.js';
import { load, type LoadedAspect } from '../../src/retrieval/load.js';
import type { SubQuestion } from '../../src/retrieval/query/sub-question.js';
import { planQuery } from '../../src/retrieval/query/plan-query.js';
import { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { findsAnswer, read, readingOf } from '../../src/retrieval/read.js';
import { byScore, type Evidence } from '../../src/retrieval/search/evidence.js';
import { search } from '../../src/retrieval/search/search.js';
import {
  DEFAULT_TOP_K,
  DEFAULT_WEIGHTS,
  FIRST_READ,
  MAX_READ_PARAGRAPHS,
  MAX_READ_SENTENCES,
  READ_PARAGRAPHS,
  READING_RANGE,
} from '../../src/retrieval/settings.js';
import type { ChatMessage } from '../../src/types.js';
import { FakeReader, NO, YES } from '../support/fake-reader.js';
import { BagOfWordsEmbeddings, smallIndex, type SmallDocument } from '../support/small-index.js';

const weights = DEFAULT_WEIGHTS;
const GOODS = ['Grain', 'Timber', 'Wool', 'Salt', 'Copper', 'Silk', 'Amber', 'Honey', 'Tea', 'Wax'];
const TRADE = GOODS.map((good, i) => `${i + 1}. ${good} is carried by boats on the river.`).join(
  '\n\n',
);

interface Asked {
  /** What was found, before and after it was read. */
  readonly before: readonly SubQuestion<LoadedAspect>[];
  readonly after: readonly SubQuestion<LoadedAspect>[];
}

async function ask(
  question: string,
  {
    reader,
    history = [],
    texts = [{ id: 'trade', text: TRADE }],
  }: {
    readonly reader: FakeReader | undefined;
    readonly history?: readonly ChatMessage[];
    readonly texts?: readonly SmallDocument[];
  },
): Promise<Asked> {
  const { index } = await smallIndex(texts);
  const plan = await planQuery(
    { messages: [...history, { role: 'user', content: question }] },
    { index, spelling: new SpellingCorrector(new Map(), () => true), condense: undefined },
  );
  const embeddings = new BagOfWordsEmbeddings();
  const fused = fuse(await search(plan, { index, embeddings, weights }));
  const before = await load(fused, { index, targets: plan.targets, topK: DEFAULT_TOP_K });
  return { before, after: await read(before, { index, reader, weights }) };
}

const best = (evidence: readonly Evidence[] = []): Evidence[] => [...evidence].sort(byScore);
const labels = (evidence: readonly Evidence[]): string[] =>
  evidence.map(({ paragraph }) => paragraph.paragraph.label);

describe('what is read', () => {
  it('the best paragraphs and no others', async () => {
    const reader = new FakeReader(/never/u);
    const { before, after } = await ask('Which boats carry amber on the river?', { reader });
    const found = best(before[0]?.whole.evidence);
    expect(found.length).toBeGreaterThan(READ_PARAGRAPHS);
    const wasRead = (after[0]?.whole.evidence ?? []).filter((each) => each.read !== undefined);
    expect(new Set(labels(wasRead))).toEqual(new Set(labels(found.slice(0, READ_PARAGRAPHS))));
    expect(reader.passagesRead).toEqual(
      found
        .slice(0, READ_PARAGRAPHS)
        .map(({ paragraph: { document, sentences } }) =>
          sentences.map(({ start, end }) => document.text.slice(start, end)).join(' '),
        ),
    );
  });

  it('some of these, and the others only where none of the first answers', async () => {
    const question = 'Which boats carry amber on the river?';
    const { before } = await ask(question, { reader: undefined });
    const found = labels(best(before[0]?.whole.evidence));
    const countRead = async (rank: number): Promise<number> => {
      const good = GOODS[Number(found[rank]) - 1] ?? '';
      const reader = new FakeReader(new RegExp(good, 'u'));
      await ask(question, { reader });
      return reader.passagesRead.length;
    };
    expect(await countRead(0)).toBe(FIRST_READ);
    expect(await countRead(FIRST_READ - 1)).toBe(FIRST_READ);
    expect(await countRead(FIRST_READ)).toBe(READ_PARAGRAPHS);
  });

  it('is never asked for nothing', async () => {
    const reader = new FakeReader(/never/u);
    await ask('Which boats carry amber?', {
      reader,
      texts: [{ id: 'one', text: '1. Boats carry amber.' }],
    });
    await ask('Which boats carry amber?', {
      reader,
      texts: [{ id: 'other', text: '1. Boats carry amber.', language: 'cy' }],
    });
    expect(reader.calls.map(({ passages }) => passages.length)).toEqual([1]);
  });

  it('with the question, what it leans on before it', async () => {
    const reader = new FakeReader(/never/u);
    const history: ChatMessage[] = [
      { role: 'user', content: 'Which boats carry amber?' },
      { role: 'assistant', content: 'Those on the river [1].' },
    ];
    await ask('And since when?', { reader, history });
    expect(new Set(reader.calls.map(({ question }) => question))).toEqual(
      new Set(['Which boats carry amber? And since when?']),
    );
  });

  it('of a long paragraph what stands around its nearest sentence', async () => {
    const sentences = Array.from({ length: 40 }, (_, i) => `Boats numbered ${i} carry grain.`);
    sentences[25] = 'Otters sleep here.';
    const reader = new FakeReader(/Otters/u);
    const texts = [{ id: 'long', text: `1. ${sentences.join(' ')}` }];
    const { after } = await ask('Where do otters sleep?', { reader, texts });
    const given = reader.calls[0]?.passages[0] ?? [];
    expect(given).toHaveLength(MAX_READ_SENTENCES);
    const first = sentences.indexOf(given[0] ?? '');
    expect(given).toEqual(sentences.slice(first, first + MAX_READ_SENTENCES));
    expect(first).toBeLessThan(25);
    expect(first + MAX_READ_SENTENCES).toBeGreaterThan(26);
    const read = after[0]?.whole.evidence[0]?.read;
    expect(read?.sentences).toEqual(
      sentences.map((_, place) => {
        const within = place >= first && place < first + MAX_READ_SENTENCES;
        return place === 25 ? YES : within ? NO : READING_RANGE.from;
      }),
    );
  });

  it.each([0, 39])('as much of it where the nearest sentence is number %i of 40', async (place) => {
    const sentences = Array.from({ length: 40 }, (_, i) => `Boats numbered ${i} carry grain.`);
    sentences[place] = 'Otters sleep here.';
    const reader = new FakeReader(/Otters/u);
    await ask('Where do otters sleep?', {
      reader,
      texts: [{ id: 'long', text: `1. ${sentences.join(' ')}` }],
    });
    const given = reader.calls[0]?.passages[0] ?? [];
    expect(given).toHaveLength(MAX_READ_SENTENCES);
    expect(given).toContain('Otters sleep here.');
  });

  it('nothing in a language that the reader does not read', async () => {
    const reader = new FakeReader(/./u, ['en']);
    const texts = [
      { id: 'own', text: '1. Boats carry amber.', language: 'en-GB' },
      { id: 'other', text: '1. Boats carry amber.', language: 'cy' },
    ];
    const { after } = await ask('Which boats carry amber?', { reader, texts });
    const evidence = after[0]?.whole.evidence ?? [];
    expect(
      evidence.map(({ paragraph, read: made }) => [paragraph.document.id, made !== undefined]),
    ).toEqual([
      ['own', true],
      ['other', false],
    ]);
  });

  it('of several parts as much as of one, shared between them, and the whole as well', async () => {
    const reader = new FakeReader(/never/u);
    const question =
      'Which boats carry amber on the river, and who carries salt and silk by boats?';
    const { before, after } = await ask(question, { reader });
    const counts = after.map(
      ({ whole }) => whole.evidence.filter((each) => each.read !== undefined).length,
    );
    expect(before.map(({ ranksOnly }) => ranksOnly)).toEqual([true, undefined, undefined]);
    const share = MAX_READ_PARAGRAPHS / 2;
    expect(counts).toEqual([READ_PARAGRAPHS, share, share]);
  });

  it('nothing without a reader: all stays as it was found', async () => {
    const { before, after } = await ask('Which boats carry amber?', { reader: undefined });
    expect(after).toEqual(before);
  });
});

describe('what comes of it', () => {
  it('a paragraph that answers moves up, its score the weighted sum with the reading', async () => {
    const question = 'Which boats carry amber on the river?';
    const { before } = await ask(question, { reader: undefined });
    const [first, second] = labels(best(before[0]?.whole.evidence));
    const answering = new RegExp(GOODS[Number(second) - 1] ?? '', 'u');
    const { after } = await ask(question, { reader: new FakeReader(answering) });
    const ranked = best(after[0]?.whole.evidence);
    expect(labels(ranked).slice(0, 2)).toEqual([second, first]);
    for (const { lexical, similarity, reading, read: made, score } of ranked) {
      expect(reading).toBe(made === undefined ? 0 : findsAnswer(made));
      expect(score).toBeCloseTo(
        weights.lexical * lexical + weights.similarity * similarity + weights.reading * reading,
        12,
      );
    }
  });

  it('the halves of a question that may be split go by what is made of the whole', async () => {
    const reader = new FakeReader(/Amber/u);
    const { after } = await ask('What of the amber and the salt on boats?', { reader });
    const [only] = after;
    expect(only?.splits.length).toBeGreaterThan(0);
    expect(reader.calls).toHaveLength(1);
    const readings = (aspect: LoadedAspect | undefined): unknown =>
      new Map(
        (aspect?.evidence ?? []).flatMap(({ paragraph, read: made }) =>
          made === undefined ? [] : [[paragraph.number, made]],
        ),
      );
    for (const half of only?.splits.flat() ?? []) {
      expect(readings(half)).toEqual(readings(only?.whole));
    }
  });
});

it('logits become 0 to 1', () => {
  const { from, to } = READING_RANGE;
  expect([from - 1, from, (from + to) / 2, to, to + 1, -Infinity].map(readingOf)).toEqual([
    0, 0, 0.5, 1, 1, 0,
  ]);
});

describe('how surely a reading finds an answer', () => {
  it('the passage and its best sentence say alike', () => {
    expect(findsAnswer({ passage: NO, sentences: [NO, NO] })).toBe(readingOf(NO));
    expect(findsAnswer({ passage: YES, sentences: [NO, YES] })).toBe(readingOf(YES));
    const mean = (readingOf(YES) + readingOf(NO)) / 2;
    expect(findsAnswer({ passage: YES, sentences: [NO] })).toBe(mean);
    expect(findsAnswer({ passage: NO, sentences: [NO, YES] })).toBe(mean);
  });

  it('of a paragraph of very many sentences too', () => {
    const sentences = new Array<number>(500_000).fill(NO);
    expect(findsAnswer({ passage: NO, sentences })).toBe(readingOf(NO));
  });
});

it('stops when nobody waits any longer', async () => {
  const { index } = await smallIndex([{ id: 'trade', text: TRADE }]);
  const { before } = await ask('Which boats carry amber?', { reader: undefined });
  const reader = new FakeReader(/./u);
  const signal = AbortSignal.abort();
  await expect(read(before, { index, reader, weights, signal })).rejects.toThrow();
  expect(reader.calls).toEqual([]);
});

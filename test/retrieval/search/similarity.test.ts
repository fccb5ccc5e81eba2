import { beforeAll, describe, expect, it } from 'vitest';
import type { DeclarationRetriever } from '../../../src/retrieval/retriever.js';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import type { IndexedParagraph, SearchIndex } from '../../../src/ports/search-index.js';
import {
  closenessTo,
  nearestSentence,
  similarityTo,
} from '../../../src/retrieval/search/signals.js';
import { DEVIATIONS_OF_ONE, MAX_BACKGROUND } from '../../../src/retrieval/settings.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

/** What all vectors have in common, as a share of each: cosines go from it to 1, not from 0. */
const IN_COMMON = 0.6;
/** Scores of 0 to 1 are about the same where they differ by less. */
const ABOUT = 0.1;

/** The same model with all its cosines squeezed into the range above {@link IN_COMMON}. */
class SqueezedEmbeddings extends BagOfWordsEmbeddings {
  override readonly dimensions = new BagOfWordsEmbeddings().dimensions + 1;

  override async embedQuery(text: string): Promise<number[]> {
    const own = await super.embedQuery(text);
    return [Math.sqrt(IN_COMMON), ...own.map((value) => Math.sqrt(1 - IN_COMMON) * value)];
  }
}

const WORDS =
  'river lake sea grain boat lamp court bank dam net fish swan owl border trade drug peace treaty coast hill';
const QUESTIONS = ['Which bank pays for a dam?', 'owl and swan by the lake', 'peace at the border'];

/** As many sentences as are looked at, each of a few words. */
function manyLines(): string {
  const words = WORDS.split(' ');
  const word = (i: number): string => words[i % words.length] ?? '';
  return Array.from(
    { length: MAX_BACKGROUND },
    (_, i) => `${i + 1}. The ${word(i)} and the ${word(i * 7 + 3)} and the ${word(i * i + 11)}.`,
  ).join('\n\n');
}

interface Opened {
  readonly index: SearchIndex;
  readonly retriever: DeclarationRetriever;
  readonly paragraphs: readonly IndexedParagraph[];
  readonly embeddings: BagOfWordsEmbeddings;
}

/** All vectors of sentences. */
const vectorsOf = ({ paragraphs }: Pick<Opened, 'paragraphs'>): Float32Array[] =>
  paragraphs.flatMap(({ vectors }) => vectors.sentence);

let plain: Opened;
let squeezed: Opened;
beforeAll(async () => {
  const open = async (embeddings: BagOfWordsEmbeddings): Promise<Opened> => ({
    embeddings,
    ...(await smallIndex([{ id: 'many', text: manyLines() }], {
      embeddings,
      weights: { similarity: 1, lexical: 0, reading: 0 },
    })),
  });
  plain = await open(new BagOfWordsEmbeddings());
  squeezed = await open(new SqueezedEmbeddings());
});

describe('similarity means the same whichever model the vectors are of', () => {
  const similarities = async (
    { index, embeddings, paragraphs }: Opened,
    question: string,
  ): Promise<number[]> => {
    const similarity = similarityTo(index, await prepareProbe(embeddings, question));
    return paragraphs.map(({ vectors }) => similarity(vectors.sentence));
  };

  it.each(QUESTIONS)('of each paragraph it is about as high: %s', async (question) => {
    const [own, other] = [
      await similarities(plain, question),
      await similarities(squeezed, question),
    ];
    expect(Math.max(...own)).toBeGreaterThan(ABOUT);
    own.forEach((similarity, number) => {
      expect(Math.abs((other[number] ?? NaN) - similarity)).toBeLessThan(ABOUT);
    });
  });

  it.each(QUESTIONS)(
    'the best paragraphs are the same, in the same order: %s',
    async (question) => {
      const found = async ({ retriever }: Opened): Promise<readonly number[]> => {
        const { evidence } = await retriever.retrieve(
          { messages: [{ role: 'user', content: question }] },
          { topK: 20 },
        );
        return evidence.map(({ paragraph }) => paragraph.number);
      };
      expect(await found(squeezed)).toEqual(await found(plain));
    },
  );

  it('of most sentences it is low, whatever is asked', async () => {
    for (const question of QUESTIONS) {
      for (const opened of [plain, squeezed]) {
        const sorted = (await similarities(opened, question)).sort((a, b) => a - b);
        // A median is never further than one deviation from the mean, which has 0.
        expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(1 / DEVIATIONS_OF_ONE);
      }
    }
  });
});

it('is never below 0, and 0 without a vector', async () => {
  const { index, embeddings, paragraphs } = plain;
  const probe = await prepareProbe(embeddings, QUESTIONS[0] ?? '');
  const similarity = similarityTo(index, probe);
  for (const { vectors } of paragraphs) {
    expect(similarity(vectors.sentence)).toBeGreaterThanOrEqual(0);
  }
  expect(similarity([])).toBe(0);
  expect(similarityTo(index, { ...probe, vector: undefined })(vectorsOf(plain))).toBe(0);
});

it('sees what is near in an index of one sentence', async () => {
  const { index, paragraphs } = await smallIndex([
    { id: 'one', text: '1. The bank pays for dams.' },
  ]);
  const embeddings = new BagOfWordsEmbeddings();
  const near = async (question: string): Promise<number> =>
    similarityTo(index, await prepareProbe(embeddings, question))(vectorsOf({ paragraphs }));
  expect(await near('The bank pays for dams.')).toBeGreaterThan(await near('bank'));
  expect(await near('bank')).toBeGreaterThan(0);
  expect(await near('unicorns')).toBe(0);
});

it('the nearest sentence of a paragraph is the first where none is near', async () => {
  const text = '1. Boats carry grain. The bank pays for dams. Nobody else pays.';
  const { index, paragraphs } = await smallIndex([{ id: 'pact', text }]);
  const [paragraph] = paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  const nearest = async (question: string): Promise<number> =>
    nearestSentence(
      similarityTo(index, await prepareProbe(new BagOfWordsEmbeddings(), question)),
      paragraph,
    );
  expect(await nearest('Which bank pays for dams?')).toBe(1);
  expect(await nearest('Unicorns?')).toBe(0);
});

describe('closeness, beside how near sentences of the texts are to each other', () => {
  const highest = async (
    { index, embeddings, paragraphs }: Opened,
    question: string,
  ): Promise<number> => {
    const closeness = closenessTo(index, await prepareProbe(embeddings, question));
    return closeness(vectorsOf({ paragraphs }));
  };
  // One word of the texts among others: its nearest sentence stands out, and is far all the same.
  const OFF_TOPIC = 'Can my otter juggle with torches while it rides a unicycle past the bank?';

  it('of a question that has nothing to do with the texts is low, of others high', async () => {
    for (const opened of [plain, squeezed]) {
      const far = await highest(opened, OFF_TOPIC);
      for (const question of QUESTIONS) {
        expect(await highest(opened, question)).toBeGreaterThan(far);
      }
    }
  });

  it('means about the same whichever model the vectors are of', async () => {
    for (const question of [...QUESTIONS, OFF_TOPIC]) {
      const difference = (await highest(squeezed, question)) - (await highest(plain, question));
      expect(Math.abs(difference)).toBeLessThan(ABOUT);
    }
  });

  it('is never below 0, and 0 without a vector', async () => {
    const { index, embeddings, paragraphs } = plain;
    const probe = await prepareProbe(embeddings, QUESTIONS[0] ?? '');
    const closeness = closenessTo(index, probe);
    for (const { vectors } of paragraphs) {
      expect(closeness(vectors.sentence)).toBeGreaterThanOrEqual(0);
    }
    expect(closenessTo(index, { ...probe, vector: undefined })(vectorsOf(plain))).toBe(0);
  });
});

import { expect, test } from 'vitest';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { ablate, type AblatedParts } from '../../evaluation/ablate.js';
import { ablateEngine } from '../../evaluation/ablate-composition.js';
import { ARMS, weightsOf } from '../../evaluation/retrieval-variants.js';
import type { PassageReader } from '../../src/ports/passage-reader.js';
import { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import { DEFAULT_WEIGHTS } from '../../src/retrieval/settings.js';
import { BagOfWordsEmbeddings, smallIndex } from '../support/small-index.js';
import { aQuestion } from './an-outcome.js';

const TEXT =
  '1. RIVERS\n\n1. They shall be protected from pollution.\n\n2. LAKES\n\n2. They shall be protected from pollution.\n';
const EXPANSIONS = {
  2: { questions: ['Which waters must people keep clean for drinking?'], words: '' },
};
const { signal } = new AbortController();

async function theParts(): Promise<AblatedParts & { readonly embedded: string[] }> {
  const { texts } = await smallIndex([{ id: 'waters', text: TEXT, expansions: EXPANSIONS }]);
  const embedded: string[] = [];
  const bag = new BagOfWordsEmbeddings();
  const embeddings = Object.assign(bag, {
    embedQuery: (text: string) => {
      embedded.push(text);
      return BagOfWordsEmbeddings.prototype.embedQuery.call(bag, text);
    },
  });
  return {
    embedded,
    documents: texts,
    embeddings,
    createStore: (content) =>
      new ExactVectorStore(embeddings, {
        table: content.vectors,
        documents: toLangChainDocuments(content),
      }),
    createRetriever: (variant, options) =>
      Promise.resolve(
        new DeclarationRetriever({
          index: variant,
          spelling: new SpellingCorrector(new Map(), () => true),
          ...options,
        }),
      ),
  };
}

const byQuestion = aQuestion({
  question: 'Which waters must we keep clean for drinking?',
  goldQuotes: ['2. They shall be protected'],
});
const byHeading = aQuestion({
  question: 'What shall be done for lakes?',
  goldQuotes: ['2. They shall be protected'],
});

test(
  'a question that only an expansion answers is lost without expansions, one that ' +
    'only a heading answers without headings',
  async () => {
    const parts = await theParts();
    const hits = async (question: typeof byQuestion): Promise<Record<string, number>> => {
      const rows = await ablate(parts, [question], { signal });
      return Object.fromEntries(
        rows.map(({ questions, headings, arm, figures }) => [
          `${arm}${questions ? ' questions' : ''}${headings ? ' headings' : ''}`,
          figures.hitAt1,
        ]),
      );
    };
    expect(await hits(byQuestion)).toMatchObject({
      fused: 0,
      'fused headings': 0,
      'fused questions': 1,
      'lexical questions headings': 1,
      'dense questions headings': 1,
      'fused questions headings': 1,
    });
    expect(await hits(byHeading)).toMatchObject({
      fused: 0,
      'fused questions': 0,
      'lexical headings': 1,
      'dense headings': 1,
      'fused questions headings': 1,
    });
  },
);

test('sixteen rows, the whole last, with what each loses against it', async () => {
  const progress: object[] = [];
  const rows = await ablate(await theParts(), [byQuestion, byHeading], {
    signal,
    onProgress: (event) => progress.push(event),
  });
  expect(rows).toHaveLength(16);
  expect(rows.at(-1)).toMatchObject({
    questions: true,
    headings: true,
    arm: 'fused',
    mrrDifference: { low: 0, high: 0 },
  });
  expect(rows[2]?.mrrDifference.low).toBeLessThan(0);
  expect(progress.at(-1)).toEqual({ done: 32, total: 32 });
});

test('what shares nothing with the question is not found, though it is a candidate of the other arm', async () => {
  const strange = aQuestion({ question: 'Xylophone?', goldQuotes: ['1. They shall be protected'] });
  const rows = await ablate(await theParts(), [strange], { signal });
  expect(rows.map(({ figures }) => figures.mrrAt10)).toEqual(rows.map(() => 0));
});

test('no text is embedded twice', async () => {
  const parts = await theParts();
  await ablate(parts, [byQuestion, byHeading], { signal });
  expect(parts.embedded).toHaveLength(new Set(parts.embedded).size);
});

test('without an answerable question there is nothing to measure', async () => {
  expect(await ablate(await theParts(), [aQuestion({ answerable: false })], { signal })).toEqual(
    [],
  );
});

test('an arm goes by its own signals alone, in the proportions of the whole', () => {
  const whole = { lexical: 0.4, similarity: 0.2, reading: 0.3 };
  expect(ARMS.map((arm) => [arm, weightsOf(arm, whole)])).toEqual([
    ['lexical', { lexical: 0.4, similarity: 0, reading: 0 }],
    ['dense', { lexical: 0, similarity: 0.2, reading: 0 }],
    ['unread', { lexical: 0.4, similarity: 0.2, reading: 0 }],
    ['fused', whole],
  ]);
  expect(weightsOf('fused')).toEqual(DEFAULT_WEIGHTS);
});

test('only the whole has a reader, and gains by it', async () => {
  const { index } = await smallIndex([{ id: 'waters', text: TEXT }]);
  const about = aQuestion({
    question: 'What shall be protected from pollution?',
    goldQuotes: ['2. They shall be protected'],
  });
  const reader: PassageReader = {
    reads: () => true,
    isWord: () => false,
    read: (_question, passages) =>
      Promise.resolve(
        // The texts of both paragraphs are alike: the later one is what this reader would have.
        passages.map((sentences, i) => ({
          passage: i === passages.length - 1 ? 6 : -6,
          sentences: sentences.map(() => -6),
        })),
      ),
  };
  const encoder = Object.assign(new BagOfWordsEmbeddings(), {
    model: 'bag',
    fingerprint: 'bag',
    isWord: () => true,
    matchTokens: () => Promise.resolve(undefined),
  });
  const rows = await ablateEngine({ index }, { encoder, reader }, { questions: [about], signal });
  const hits = rows.map(({ arm, figures }) => [arm, figures.hitAt1]);
  expect(hits).toContainEqual(['unread', 0]);
  expect(hits).toContainEqual(['fused', 1]);
  expect(hits).not.toContainEqual(['unread', 1]);
});

import { expect, test } from 'vitest';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { ablate, type AblatedParts } from '../../evaluation/ablate.js';
import { weightsOf } from '../../evaluation/retrieval-variants.js';
import { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import { BagOfWordsEmbeddings, smallIndex } from '../support/small-index.js';
import { aQuestion } from './an-outcome.js';

const TEXT =
  '1. RIVERS\n\n1. They shall be protected from pollution.\n\n2. LAKES\n\n2. They shall be protected from pollution.\n';
const EXPANSIONS = {
  2: { questions: ['Which waters must people keep clean for drinking?'], words: '' },
};
const { signal } = new AbortController();

async function theParts(): Promise<AblatedParts & { readonly embedded: string[] }> {
  const { index } = await smallIndex([{ id: 'waters', text: TEXT, expansions: EXPANSIONS }]);
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
    documents: index.documents,
    embeddings,
    createStore: (content) =>
      new ExactVectorStore(embeddings, {
        table: content.vectors,
        documents: toLangChainDocuments(content),
      }),
    createRetriever: (variant, options) =>
      new DeclarationRetriever({
        index: variant,
        spelling: new SpellingCorrector([], () => true),
        ...options,
      }),
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

test('twelve rows, the whole last, with what each loses against it', async () => {
  const progress: object[] = [];
  const rows = await ablate(await theParts(), [byQuestion, byHeading], {
    signal,
    onProgress: (event) => progress.push(event),
  });
  expect(rows).toHaveLength(12);
  expect(rows.at(-1)).toMatchObject({
    questions: true,
    headings: true,
    arm: 'fused',
    mrrDifference: { low: 0, high: 0 },
  });
  expect(rows[2]?.mrrDifference.low).toBeLessThan(0);
  expect(progress.at(-1)).toEqual({ done: 24, total: 24 });
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

test('an arm alone keeps its proportions, and its weights sum to 1', () => {
  const whole = { lexical: 0.4, similarity: 0.2, partSimilarity: 0.4 };
  expect(weightsOf('lexical', whole)).toEqual({ lexical: 1, similarity: 0, partSimilarity: 0 });
  const dense = weightsOf('dense', whole);
  expect(dense.similarity).toBeCloseTo(1 / 3, 12);
  expect(dense.partSimilarity).toBeCloseTo(2 / 3, 12);
  expect(dense.lexical).toBe(0);
  expect(weightsOf('fused', whole)).toEqual(whole);
});

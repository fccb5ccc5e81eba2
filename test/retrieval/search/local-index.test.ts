import { Document as LangChainDocument } from '@langchain/core/documents';
import { expect, it } from 'vitest';
import { Bm25Index } from '../../../src/ranking/bm25.js';
import { LocalIndex } from '../../../src/retrieval/search/local-index.js';
import { ParagraphTable } from '../../../src/retrieval/search/paragraph-table.js';

/** Texts of so many paragraphs, each with one vector, and how often their store was asked. */
function indexOf(paragraphs: Readonly<Record<string, number>>): {
  readonly index: LocalIndex;
  readonly asked: () => number;
} {
  const one = { passage: 1, sentence: 0, question: 0 };
  const counts = Object.values(paragraphs);
  const table = new ParagraphTable(counts.map((count) => Array.from({ length: count }, () => one)));
  // The later, the nearer to the question.
  const vectorOf = (entry: number): number[] => {
    const angle = (Math.PI / 2) * (1 - entry / table.vectorCount);
    return [Math.cos(angle), Math.sin(angle)];
  };
  let asked = 0;
  const index = new LocalIndex({
    documents: Object.entries(paragraphs).map(([id, paragraphCount]) => ({
      ...{ id, title: id, language: 'en', paragraphCount },
    })),
    table,
    paragraphTerms: Bm25Index.of(Array.from({ length: table.size }, () => [])),
    wording: new Set(),
    wordCounts: new Map(),
    store: {
      similaritySearchVectorWithScore: () => {
        asked += 1;
        const metadata = { entry: table.vectorCount - 1 };
        return Promise.resolve([[new LangChainDocument({ pageContent: '', metadata }), 0]]);
      },
    },
    vectorsAt: ({ first, count }) => ({
      values: Float32Array.from(
        Array.from({ length: count }, (_, i) => vectorOf(first + i)).flat(),
      ),
      dimensions: 2,
    }),
    load: () => Promise.resolve([]),
  });
  return { index, asked: () => asked };
}

const QUESTION = { terms: [], vector: [1, 0] };

it('compares with all vectors of the texts that are asked about where they are few', async () => {
  const { index, asked } = indexOf({ small: 40, large: 9000 });
  const found = await index.candidates(QUESTION, {
    within: new Set(['small', 'gone']),
    lexical: 0,
    dense: 3,
  });
  expect([...found.numbers]).toEqual([37, 38, 39]);
  expect(asked()).toBe(0);
});

it.each([undefined, new Set(['large'])])('asks the store where they are many', async (within) => {
  const { index, asked } = indexOf({ small: 40, large: 9000 });
  const found = await index.candidates(QUESTION, { within, lexical: 0, dense: 3 });
  expect([...found.numbers]).toEqual([9039]);
  expect(asked()).toBe(1);
});

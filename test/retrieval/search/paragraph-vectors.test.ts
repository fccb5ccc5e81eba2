import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cosines } from '../../../src/ports/search-index.js';
import { dot } from '../../../src/ranking/exact-search.js';
import { ParagraphTable } from '../../../src/retrieval/search/paragraph-table.js';
import {
  noCosines,
  ParagraphVectors,
  type VectorRange,
} from '../../../src/retrieval/search/paragraph-vectors.js';
import type { VectorCounts } from '../../../src/retrieval/search/indexed-paragraphs.js';

const DIMENSIONS = 4;
const KINDS = ['passage', 'sentence', 'question'] as const;

interface Made {
  readonly table: ParagraphTable;
  readonly vectors: ParagraphVectors;
  readonly all: readonly Float32Array[];
  /** What was read, in its order. */
  readonly reads: readonly VectorRange[];
}

/** Like files of vectors: each read takes the place of the one before. */
function made(documents: readonly (readonly VectorCounts[])[], seed: number): Made {
  const table = new ParagraphTable(documents);
  const all = Array.from({ length: table.vectorCount }, (_, entry) =>
    Float32Array.from({ length: DIMENSIONS }, (_, i) => Math.sin(seed + 7 * entry + 3 * i)),
  );
  const reads: VectorRange[] = [];
  const buffer = new Float32Array(DIMENSIONS * Math.max(1, all.length));
  const vectors = new ParagraphVectors(table, (range) => {
    const { first, end } = table.vectorsOf(range.document);
    if (range.first < first || range.first + range.count > end) throw new RangeError('not its own');
    reads.push(range);
    all.slice(range.first, range.first + range.count).forEach((vector, i) => {
      buffer.set(vector, i * DIMENSIONS);
    });
    return { values: buffer.subarray(0, range.count * DIMENSIONS), dimensions: DIMENSIONS };
  });
  return { table, vectors, all, reads };
}

function expectClose(actual: Cosines, expected: Cosines): void {
  for (const kind of KINDS) {
    expect(actual[kind]).toHaveLength(expected[kind].length);
    expected[kind].forEach((cosine, row) => {
      const found = actual[kind][row] ?? Infinity;
      if (Number.isNaN(cosine)) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(cosine, 5);
    });
  }
}

const counts = fc.record({
  passage: fc.nat({ max: 2 }),
  sentence: fc.nat({ max: 6 }),
  question: fc.nat({ max: 6 }),
});
const documentsOf = fc.array(fc.array(counts, { maxLength: 8 }), { maxLength: 5 });
const QUESTION = Float32Array.of(0.5, -0.5, 0.5, 0.5);

describe('vectors of paragraphs', () => {
  it('gives of each paragraph the highest cosine of each kind, as comparing one by one does', () => {
    fc.assert(
      fc.property(documentsOf, fc.nat(), fc.nat(), (documents, seed, chosen) => {
        const { table, vectors, all } = made(documents, seed);
        const numbers = Uint32Array.from({ length: table.size }, (_, i) => i).filter(
          (number) => ((chosen >> (number % 30)) & 1) === 1,
        );
        const expected = noCosines(numbers.length);
        numbers.forEach((number, row) => {
          let next = table.firstVectorOf(number);
          for (const kind of KINDS) {
            const own = all.slice(next, (next += table.vectorCountsOf(number)[kind]));
            if (own.length > 0) {
              expected[kind][row] = Math.max(...own.map((one) => dot(one, QUESTION)));
            }
          }
        });
        expectClose(vectors.cosines(numbers, QUESTION), expected);
        const of = (first: number, count: number): number[] =>
          all.slice(first, first + count).map((vector) => 2 * dot(vector, QUESTION));
        expectClose(vectors.estimated(numbers, { of, scale: 0.5 }), expected);
      }),
    );
  });

  it('reads what stands close to each other at once, and nothing far between', () => {
    const one = { passage: 1, sentence: 1, question: 0 };
    const { vectors, reads } = made([Array.from({ length: 60 }, () => one), [one]], 1);
    vectors.cosines(Uint32Array.of(0, 1, 4, 50, 51, 60), QUESTION);
    expect(reads.map(({ document, first, count }) => [document, first, count])).toEqual([
      [0, 0, 10],
      [0, 100, 4],
      [1, 120, 2],
    ]);
  });

  it('finds the nearest of some documents as sorting all of theirs does', () => {
    fc.assert(
      fc.property(documentsOf, fc.nat(), fc.nat({ max: 9 }), (documents, seed, count) => {
        const { table, vectors, all } = made(documents, seed);
        const within = documents.flatMap((_, place) => (place % 2 === 0 ? [place] : []));
        const sorted = within
          .flatMap((place) => {
            const { first, end } = table.vectorsOf(place);
            return Array.from({ length: end - first }, (_, i) => first + i);
          })
          .map((entry) => ({ entry, cosine: dot(all[entry] ?? QUESTION, QUESTION) }))
          .sort((a, b) => b.cosine - a.cosine || a.entry - b.entry);
        expect(vectors.countIn(within)).toBe(sorted.length);
        expect(vectors.nearestIn(within, QUESTION, count)).toEqual(
          sorted.slice(0, count).map(({ entry }) => entry),
        );
      }),
    );
  });
});

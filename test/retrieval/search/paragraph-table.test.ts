import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ParagraphTable, sampleOf } from '../../../src/retrieval/search/paragraph-table.js';
import type { VectorCounts } from '../../../src/retrieval/search/indexed-paragraphs.js';
import { MAX_BACKGROUND } from '../../../src/retrieval/settings.js';

const KINDS = ['passage', 'sentence', 'question'] as const;

/** Documents without a paragraph and paragraphs without a vector among them. */
function documentsOf(most: number): fc.Arbitrary<VectorCounts[][]> {
  const counts = fc.record({
    passage: fc.nat({ max: 2 }),
    sentence: fc.nat({ max: most }),
    question: fc.nat({ max: most }),
  });
  return fc.array(fc.array(counts, { maxLength: 6 }), { maxLength: 6 });
}

/** Every vector of the index by what it is of, one after the other. */
function vectorsOf(
  documents: readonly (readonly VectorCounts[])[],
): { readonly document: number; readonly paragraph: number; readonly kind: string }[] {
  let paragraph = -1;
  return documents.flatMap((paragraphs, document) =>
    paragraphs.flatMap((counts) => {
      paragraph += 1;
      return KINDS.flatMap((kind) =>
        Array.from({ length: counts[kind] }, () => ({ document, paragraph, kind })),
      );
    }),
  );
}

describe('a table of paragraphs', () => {
  test('tells of each paragraph its document and its vectors', () => {
    fc.assert(
      fc.property(documentsOf(4), (documents) => {
        const table = new ParagraphTable(documents);
        const vectors = vectorsOf(documents);
        const all = documents.flatMap((paragraphs, document) =>
          paragraphs.map((counts) => ({ document, counts })),
        );
        expect([table.size, table.vectorCount]).toEqual([all.length, vectors.length]);
        all.forEach(({ document, counts }, number) => {
          expect(table.documentOf(number)).toBe(document);
          expect(table.vectorCountsOf(number)).toEqual(counts);
          const first = vectors.findIndex(({ paragraph }) => paragraph >= number);
          expect(table.firstVectorOf(number)).toBe(first < 0 ? vectors.length : first);
        });
      }),
    );
  });

  test('tells of each document its first paragraph, and behind the last their count', () => {
    fc.assert(
      fc.property(documentsOf(1), (documents) => {
        const table = new ParagraphTable(documents);
        for (let document = 0; document <= documents.length; document++) {
          const before = documents.slice(0, document).flat().length;
          expect(table.firstOf(document)).toBe(before);
        }
      }),
    );
  });

  test('tells of each vector its paragraph, and of none that is not there', () => {
    fc.assert(
      fc.property(documentsOf(4), (documents) => {
        const table = new ParagraphTable(documents);
        const vectors = vectorsOf(documents);
        expect(vectors.map((_, entry) => table.paragraphAt(entry))).toEqual(
          vectors.map(({ paragraph }) => paragraph),
        );
        for (const none of [-1, vectors.length, NaN]) {
          expect(table.paragraphAt(none)).toBeUndefined();
        }
      }),
    );
  });
});

describe.each(['sentence', 'question'] as const)('a sample of vectors of a %s', (kind) => {
  test('has as many as are wanted, or all, from the first on at even distances', () => {
    let larger = 0;
    fc.assert(
      fc.property(documentsOf(90), (documents) => {
        const all = vectorsOf(documents).flatMap((vector, entry) =>
          vector.kind === kind ? [{ document: vector.document, entry }] : [],
        );
        const sample = sampleOf(new ParagraphTable(documents), kind);
        expect(sample).toHaveLength(Math.min(MAX_BACKGROUND, all.length));
        const places = sample.map((one) =>
          all.findIndex(({ document, entry }) => document === one.document && entry === one.entry),
        );
        const step = all.length / Math.max(1, sample.length);
        places.forEach((place, i) => {
          expect(place).toBeGreaterThan(i * step - 1);
          expect(place).toBeLessThanOrEqual(i * step);
        });
        if (all.length > MAX_BACKGROUND) larger += 1;
      }),
      { seed: 5 },
    );
    expect(larger).toBeGreaterThan(5);
  });
});

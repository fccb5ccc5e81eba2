import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryAtSlot } from '../../../src/adapters/index-store/langchain-documents.js';
import { planSlots, slotsOf } from '../../../src/adapters/index-store/slots.js';
import type { DocumentRecord, StoredDocument } from '../../../src/ports/index-storage.js';

function record(id: string, entries: number): DocumentRecord {
  const text = { file: `${id}.txt`, sha256: id, skipped: [], notices: [] };
  return { id, sha256: id, paragraphs: 1, entries, text };
}

/** Slots that a document takes. */
function rangeOf({ slot, entries }: Pick<StoredDocument, 'slot' | 'entries'>): number[] {
  return Array.from({ length: entries }, (_, i) => slot + i);
}

test('what stays keeps its place, what is new goes behind all others', () => {
  const first = planSlots([record('a', 3), record('b', 2), record('c', 4)], undefined);
  expect(first.documents.map(({ slot }) => slot)).toEqual([0, 3, 5]);
  const former = { documents: first.documents, slots: slotsOf(first, 0) };
  const second = planSlots([record('a', 3), record('aa', 2), record('c', 4)], former);
  expect(second.documents.map(({ id, slot }) => [id, slot])).toEqual([
    ['a', 0],
    ['aa', 9],
    ['c', 5],
  ]);
  expect(second.gone).toEqual([{ first: 3, count: 2 }]);
  expect(second.added.map(({ id }) => id)).toEqual(['aa']);
});

test('a graph of which too much is gone is built anew', () => {
  const first = planSlots([record('a', 10), record('b', 10)], undefined);
  const former = { documents: first.documents, slots: 20 };
  const second = planSlots([record('b', 10)], former);
  expect(second.gone).toBeUndefined();
  expect(second.documents).toMatchObject([{ slot: 0 }]);
  expect(slotsOf(second, 20)).toBe(10);
});

describe('over any changes', () => {
  const generation = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), {
    minLength: 1,
  });

  test('no two documents share a slot, and every slot leads back to its entry', () => {
    fc.assert(
      fc.property(fc.array(generation, { minLength: 1, maxLength: 8 }), (generations) => {
        let former: Parameters<typeof planSlots>[1];
        for (const ids of generations) {
          const documents = ids.sort().map((id) => record(id, (id.charCodeAt(0) - 97) * 3));
          const plan = planSlots(documents, former);
          const slots = slotsOf(plan, former?.slots ?? 0);
          const taken = plan.documents.flatMap(rangeOf);
          expect(new Set(taken).size).toBe(taken.length);
          expect(taken.every((slot) => slot < slots)).toBe(true);
          const entryAt = entryAtSlot(plan.documents);
          expect(taken.map(entryAt)).toEqual(taken.map((_, entry) => entry));
          const others = Array.from({ length: slots + 3 }, (_, slot) => slot);
          expect(
            others
              .filter((slot) => !taken.includes(slot))
              .every((slot) => entryAt(slot) === undefined),
          ).toBe(true);
          former = { documents: plan.documents, slots };
        }
      }),
    );
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeSealed } from '../../../src/adapters/index-store/sealed-file.js';
import {
  describeTerms,
  encodeTerms,
  readTerms,
  type DescribedDocument,
} from '../../../src/adapters/index-store/terms-file.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

function describe(
  lines: readonly string[],
  questions: readonly string[] = [],
  title = 'On Rivers',
): DescribedDocument {
  const expansions = { '1': { questions, words: 'angling, boats' } };
  const document = anIndexedDocument('rivers', lines, { title, date: '1999-05-01', expansions });
  return describeTerms(document, contentOf([document]).entries);
}

const RIVERS = describe(
  ['Rivers belong to all. Dams need consent.', 'Fish — 🐟 naïve “ones”\u2028too.'],
  ['May I fish?', 'Who owns the river?'],
);

test('what was written of any document is read as it was', async () => {
  const path = join(await temporaryFolder(), 'rivers.terms');
  const line = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      '\ud800',
      'a\r',
      '__proto__ constructor',
      'water water',
      '水は自由',
      '\u2028 é',
    ),
    fc.lorem({ maxCount: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 6 }),
      fc.array(line, { maxLength: 2 }),
      fc.string({ unit: 'binary' }),
      async (lines, questions, title) => {
        const described = describe(lines, questions, title);
        await writeSealed(path, encodeTerms(described));
        expect(await readTerms(path)).toEqual(described);
      },
    ),
    { numRuns: 100 },
  );
});

test('it holds what it is read for', async () => {
  const path = join(await temporaryFolder(), 'rivers.terms');
  await writeSealed(path, encodeTerms(RIVERS));
  const { about, terms, vectorCounts } = await readTerms(path);
  expect(about).toMatchObject({ id: 'rivers', title: 'On Rivers', date: '1999-05-01' });
  expect(about.paragraphCount).toBe(2);
  expect(vectorCounts).toEqual([
    { passage: 1, sentence: 2, question: 2 },
    { passage: 1, sentence: 1, question: 0 },
  ]);
  expect(terms.words).toContain('consent');
  expect(terms.offsets).toHaveLength(3);
});

test('damaged at any place it is refused, and nothing else is read in its place', async () => {
  const path = join(await temporaryFolder(), 'rivers.terms');
  await writeSealed(path, encodeTerms(RIVERS));
  const bytes = await readFile(path);
  const at = fc.nat({ max: bytes.length - 1 });
  const damaged = fc.oneof(
    fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([place, change]) => {
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] ?? 0) ^ change;
      return copy;
    }),
    at.map((length) => bytes.subarray(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Buffer.concat([bytes, more])),
    at.map((place) => Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)])),
  );
  await fc.assert(
    fc.asyncProperty(damaged, async (changed) => {
      await writeFile(path, changed);
      await expect(readTerms(path)).rejects.toMatchObject({ code: 'index-corrupt' });
    }),
    { numRuns: 300 },
  );
});

test('numbers that are more or fewer than its head says are refused, also under a seal', async () => {
  const path = join(await temporaryFolder(), 'rivers.terms');
  const encoded = encodeTerms(RIVERS);
  for (const content of [encoded.subarray(0, -4), Buffer.concat([encoded, Buffer.alloc(4)])]) {
    await writeSealed(path, content);
    await expect(readTerms(path)).rejects.toMatchObject({
      code: 'index-corrupt',
      message: expect.stringContaining('it is longer or shorter than it says') as string,
    });
  }
});

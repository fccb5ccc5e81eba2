import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent, writeContent } from '../../../src/adapters/index-store/content-files.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

test('any text comes back character for character, lone surrogates and line separators included', async () => {
  const folder = await temporaryFolder();
  const line = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('\ud800', 'a\r', '\u2028', '\0', 'e\u0301 🏔'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      async (lines, dimensions) => {
        const content = contentOf([anIndexedDocument('d', lines)], dimensions);
        await writeContent(folder, content);
        expect(await readContent(folder, dimensions)).toEqual(content);
      },
    ),
    { numRuns: 50 },
  );
});

test('every bit of a vector is kept', async () => {
  const folder = await temporaryFolder();
  const content = contentOf([anIndexedDocument('d', ['One.'])], 3);
  const values = Float32Array.of(1e-45, -0, 1 / 3, 3.4e38, -1, 0.1);
  await writeContent(folder, { ...content, vectors: { values, dimensions: 3 } });
  const read = (await readContent(folder, 3)).vectors.values;
  expect([...new Uint32Array(read.buffer)]).toEqual([...new Uint32Array(values.buffer)]);
});

test('vectors that do not match their entries are refused', async () => {
  const folder = await temporaryFolder();
  await writeContent(folder, contentOf([anIndexedDocument('d', ['One.', 'Two.'])], 4));
  await expect(readContent(folder, 5)).rejects.toThrow(
    /vectors\.f32 is damaged: it has 16 numbers for 4 vectors of 5/,
  );
});

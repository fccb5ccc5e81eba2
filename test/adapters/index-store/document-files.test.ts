import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readDocumentContent,
  vectorFile,
  writeDocument,
} from '../../../src/adapters/index-store/document-files.js';
import { VectorFile } from '../../../src/adapters/index-store/vector-file.js';
import type { DocumentContent, StoredDocument } from '../../../src/ports/index-storage.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Content of one document with vectors of so many dimensions. */
function contentFor(lines: readonly string[], dimensions: number): DocumentContent {
  const document = anIndexedDocument('d', lines);
  const { entries, vectors } = contentOf([document], dimensions);
  return { document, entries, vectors };
}

async function write(folder: string, content: DocumentContent): Promise<void> {
  const { document, entries, vectors } = content;
  await writeDocument(folder, document, entries);
  const { values, dimensions } = vectors;
  const file = await VectorFile.create(join(folder, vectorFile(document.sha256)), dimensions);
  for (let i = 0; i < values.length; i += dimensions) {
    await file.append([values.subarray(i, i + dimensions)]);
  }
  await file.close();
}

/** As a manifest describes it. */
function recordOf({ document, entries }: DocumentContent): StoredDocument {
  const { id, sha256 } = document;
  const text = { file: `${id}.txt`, sha256, skipped: [], notices: [] };
  const paragraphs = document.paragraphs.length;
  return { id, sha256, paragraphs, entries: entries.length, slot: 0, text };
}

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
        const content = contentFor(lines, dimensions);
        await write(folder, content);
        expect(await readDocumentContent(folder, recordOf(content), dimensions)).toEqual(content);
      },
    ),
    { numRuns: 50 },
  );
});

test('every bit of a vector is kept', async () => {
  const folder = await temporaryFolder();
  const content = contentFor(['One.'], 3);
  const values = Float32Array.of(1e-45, -0, 1 / 3, 3.4e38, -1, 0.1);
  await write(folder, { ...content, vectors: { values, dimensions: 3 } });
  const read = (await readDocumentContent(folder, recordOf(content), 3)).vectors.values;
  expect([...new Uint32Array(read.buffer)]).toEqual([...new Uint32Array(values.buffer)]);
});

test('vectors that do not match their entries are refused', async () => {
  const folder = await temporaryFolder();
  const content = contentFor(['One.', 'Two.'], 4);
  await write(folder, content);
  await expect(readDocumentContent(folder, recordOf(content), 5)).rejects.toThrow(
    /\.f32 is damaged: it has 16 numbers for 4 vectors of 5/,
  );
  const file = await VectorFile.create(join(folder, 'other'), 4);
  await expect(file.append([[1, 2, 3]])).rejects.toThrow('3 numbers instead of 4');
  await file.close();
});

test('a text that is not the one that was made is refused, whatever its file says of itself', async () => {
  const folder = await temporaryFolder();
  const content = contentFor(['All shall be free.'], 4);
  await write(folder, content);
  const path = join(folder, `${content.document.sha256}.text`);
  const bytes = await readFile(path);
  bytes.write('are not', bytes.indexOf('shall be'));
  await writeFile(path, bytes);
  await expect(readDocumentContent(folder, recordOf(content), 4)).rejects.toThrow(
    /\.text is damaged: it is not what was made/,
  );
});

test.each([
  ['another id', { id: 'other' }],
  ['another number of paragraphs', { paragraphs: 2 }],
  ['another number of vectors', { entries: 1 }],
])('a document of which the manifest has %s is refused', async (_what, change) => {
  const folder = await temporaryFolder();
  const content = contentFor(['All shall be free.'], 4);
  await write(folder, content);
  await expect(
    readDocumentContent(folder, { ...recordOf(content), ...change }, 4),
  ).rejects.toMatchObject({ code: 'index-corrupt' });
});

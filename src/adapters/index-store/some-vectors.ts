import type { DocumentRecord } from '../../ports/index-storage.js';
import type { VectorFiles } from './vector-files.js';

/** So many vectors from all over the documents, at even distances; each stands where the next one does. */
export async function* someVectors(
  documents: readonly DocumentRecord[],
  files: Pick<VectorFiles, 'read'>,
  count: number,
): AsyncGenerator<Float32Array> {
  const total = documents.reduce((sum, { entries }) => sum + entries, 0);
  const step = Math.max(1, total / count);
  let before = 0;
  let wanted = 0;
  for (const [document, { entries }] of documents.entries()) {
    for (; wanted < before + entries; wanted += step) {
      yield files.read(document, { first: Math.floor(wanted) - before, count: 1 }).values;
    }
    before += entries;
    await new Promise(setImmediate);
  }
}

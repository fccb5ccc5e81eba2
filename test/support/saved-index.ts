import { createHash } from 'node:crypto';
import type { CorpusFolder } from '../../src/ports/corpus.js';
import type { Encoder } from '../../src/ports/encoder.js';
import type { IndexManifest, IndexStorage } from '../../src/ports/index-storage.js';
import type { IndexContent, IndexedDocument } from '../../src/types.js';

/** Builds a generation of just this content, upon the present one where it is given. */
export async function saveIndex(
  storage: Pick<IndexStorage, 'begin'>,
  { documents, entries, vectors }: IndexContent,
  { encoder, present }: { readonly encoder: Encoder; readonly present?: IndexManifest },
): Promise<IndexManifest> {
  const draft = await storage.begin({ dimensions: vectors.dimensions, present });
  try {
    const records = [];
    for (const document of documents) {
      const { id, sha256 } = document;
      const numbers = entries.flatMap(({ documentId }, i) => (documentId === id ? [i] : []));
      const stored = present?.documents.find((one) => one.sha256 === sha256);
      if (stored !== undefined) await draft.keep(stored);
      else {
        await draft.add(
          document,
          numbers.flatMap((i) => entries[i] ?? []),
        );
        const writer = await draft.openVectors(sha256);
        const { values, dimensions } = vectors;
        await writer
          .append(numbers.map((i) => values.subarray(i * dimensions, (i + 1) * dimensions)))
          .finally(() => writer.close());
      }
      const text = { file: `${id}.txt`, sha256, skipped: [], notices: [] };
      const paragraphs = document.paragraphs.length;
      records.push({ id, sha256, paragraphs, entries: numbers.length, text });
    }
    return await draft.commit({ documents: records, reading: 'as it stands', encoder });
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

/** A corpus folder whose texts read as these documents. */
export function corpusOf(documents: readonly IndexedDocument[]): CorpusFolder & {
  /** Ids of the texts that were read. */
  readonly read: string[];
} {
  const read: string[] = [];
  return {
    directory: 'corpus',
    read,
    skipped: [],
    close: () => undefined,
    texts: documents.map((document) => {
      const { id, paragraphs, sha256, expansions, ...metadata } = document;
      const [path, file] = [`corpus/${id}.txt`, `${id}.txt`];
      const source = { metadata: { ...metadata, id }, text: document.text, sha256, path, file };
      return {
        path,
        file,
        digest: () =>
          Promise.resolve(createHash('sha256').update(JSON.stringify(document)).digest('hex')),
        read: () => {
          read.push(id);
          return Promise.resolve({ source, skipped: [], notices: [] });
        },
        expand: (made) =>
          Promise.resolve({
            document: { ...made, paragraphs, sha256, expansions },
            skipped: [],
            notices: [],
          }),
      };
    }),
  };
}

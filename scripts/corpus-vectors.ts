// Writes the vectors of the texts that ship, so that the first start of a fresh copy need not make
// them: `npm run corpus-vectors`, whenever the texts, their questions, what of them is embedded, or
// the model have changed. A test fails until it has been done.
import { writeFile } from 'node:fs/promises';
import { withExpansions } from '../src/adapters/corpus/expansions.js';
import { readCorpus } from '../src/adapters/corpus/read-corpus.js';
import { packVectors } from '../src/adapters/vector-cache/packed-vectors.js';
import { withProgress } from '../src/bin/progress.js';
import { openModels } from '../src/composition/open-models.js';
import {
  CORPUS_DIR,
  CORPUS_VECTORS_FILE,
  SHIPPED_MODEL,
  MODELS_DIR,
  READER_DIR,
} from '../src/composition/shipped-files.js';
import { buildIndex } from '../src/ingestion/build-index.js';
import { readDocuments } from '../src/ingestion/read-documents.js';
import type { VectorCache } from '../src/ports/vector-cache.js';

const made: Parameters<VectorCache['add']>[0][number][] = [];
const cache: VectorCache = {
  find: () => undefined,
  add: (vectors) => {
    made.push(...vectors);
    return Promise.resolve();
  },
  clear: () => Promise.resolve(),
};
const { encoder, close } = await openModels({
  model: SHIPPED_MODEL,
  modelsDirectory: MODELS_DIR,
  readerDir: READER_DIR,
});
const { documents } = await readDocuments(CORPUS_DIR, { readCorpus, withExpansions });
await withProgress({ label: 'Embedding', unit: 'paragraphs' }, (onProgress) =>
  buildIndex({
    documents,
    embeddings: encoder,
    cache,
    onProgress: ({ doneParagraphs, totalParagraphs }) => {
      onProgress({ done: doneParagraphs, total: totalParagraphs });
    },
  }),
);
close();
const bytes = packVectors(encoder.fingerprint, made);
await writeFile(CORPUS_VECTORS_FILE, bytes);
console.log(`${CORPUS_VECTORS_FILE}: ${made.length} vectors, ${bytes.length} bytes`);

// Writes the vectors of the texts that ship, so that the first start of a fresh copy need not make
// them: `npm run corpus-vectors`, whenever the texts, their questions, what of them is embedded, or
// the model have changed. A test fails until it has been done.
import { writeFile } from 'node:fs/promises';
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
import { buildIndex } from '../evaluation/build-index.js';
import { readCorpusDocuments } from '../src/composition/read-corpus-documents.js';
import type { VectorCache } from '../src/ports/vector-cache.js';

const made: Parameters<VectorCache['add']>[0][number][] = [];
const { encoder, close } = await openModels({
  model: SHIPPED_MODEL,
  modelsDirectory: MODELS_DIR,
  readerDir: READER_DIR,
});
const { documents } = await readCorpusDocuments(CORPUS_DIR);
const total = documents.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
let done = 0;
await withProgress({ label: 'Embedding', unit: 'paragraphs' }, (onProgress) =>
  buildIndex({
    documents,
    embeddings: encoder,
    onEmbedded: (vectors) => void made.push(...vectors),
    onParagraph: () => {
      done += 1;
      onProgress({ done, total });
    },
  }),
);
close();
const bytes = packVectors(encoder.fingerprint, made);
await writeFile(CORPUS_VECTORS_FILE, bytes);
console.log(`${CORPUS_VECTORS_FILE}: ${made.length} vectors, ${bytes.length} bytes`);

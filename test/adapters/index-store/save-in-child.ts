// Saves an index in a process of its own, where a test can take the disk away from it. Arguments:
// folder, vectors.
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { saveIndex } from '../../support/saved-index.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';

const [folder = '', count = '0'] = process.argv.slice(2);
const DIMENSIONS = 64;
const lines = Array.from({ length: Number(count) / 2 }, (_, i) => `Line ${i}`);
const content = contentOf([anIndexedDocument('d', lines)], DIMENSIONS);
const encoder = new RecordingEmbeddings({ dimensions: DIMENSIONS });
const outcome = await saveIndex(new IndexDirectory(folder), content, { encoder }).then(
  ({ counts }) => ({ entries: counts.entries }),
  (error: unknown) => ({ message: String(error) }),
);
console.log(JSON.stringify(outcome));

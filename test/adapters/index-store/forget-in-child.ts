// Forgets what reads an index, in a process that can collect its memory when told, and tells what
// is left. Argument: a folder with the files `0`, `1` and `2` of vectors of one number.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { LoadedDocuments, type LoadedDocument } from '../../../src/adapters/loaded-documents.js';
import { VectorFiles } from '../../../src/adapters/index-store/vector-files.js';
import { openFilesIn } from '../../support/open-files.js';

export interface Forgotten {
  /** Files that are open before and after. */
  readonly open: readonly [number, number];
  /** Places of the documents that were loaded, in their order. */
  readonly loaded: readonly number[];
}

/** More than that are kept at once. */
const HUGE = 1e9;

const [folder = ''] = process.argv.slice(2);

function readSome(): void {
  const files = new VectorFiles(1, (place) => join(folder, String(place)));
  for (const place of [0, 1, 2]) files.read(place, { first: 0, count: 1 });
}

/** Until something is as it should be, or long enough. */
async function collectUntil(isDone: () => boolean): Promise<void> {
  for (let i = 0; i < 50 && !isDone(); i++) {
    globalThis.gc?.();
    await setImmediate();
  }
}

const loaded: number[] = [];
const documents = new LoadedDocuments((place): Promise<LoadedDocument> => {
  loaded.push(place);
  return Promise.resolve({ paragraphs: [], size: HUGE });
});
await documents.get(0);
const held = await documents.get(1);
await documents.get(2);
readSome();
const before = openFilesIn(folder);
await collectUntil(() => openFilesIn(folder) === 0);
if ((await documents.get(1)) !== held) throw new Error('What is held is another object.');
await documents.get(0);
const forgotten: Forgotten = { open: [before, openFilesIn(folder)], loaded };
process.stdout.write(JSON.stringify(forgotten));

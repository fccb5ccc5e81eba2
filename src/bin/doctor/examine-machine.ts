import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { isHnswAvailable } from '../../adapters/index-store/hnsw-graph.js';
import { nearestFolder } from './nearest-folder.js';
import { doubtful, right, wrong, type Examination } from './finding.js';

/** An index of a large folder of texts takes as much, twice while it is built. */
const FREE_BYTES = 500_000_000;
const MEGABYTE = 1_000_000;

export const NODE: Examination = {
  what: 'Node.js',
  examine: () => {
    const [wanted, found] = [oldestNode(), process.versions.node];
    return Promise.resolve([
      isOlder(found, wanted)
        ? wrong(`Version ${found} is older than ${wanted}.`, `Install Node.js ${wanted} or newer.`)
        : right(`Version ${found}.`),
    ]);
  },
};

export const NATIVE_INDEX: Examination = {
  what: 'hnswlib-node',
  examine: async () => [
    (await isHnswAvailable())
      ? right('It is built, and loads.')
      : doubtful(
          'It did not build on this machine: exact search stands in, slower with many texts.',
          'Install python3, make and g++, then run `npm rebuild hnswlib-node`.',
        ),
  ],
};

export const DISK: Examination = {
  what: 'Disk',
  examine: async ({ indexDir }) => {
    const { bavail, bsize } = await statfs(await nearestFolder(indexDir));
    const found = `${Math.round((bavail * bsize) / MEGABYTE)} MB are free for the index.`;
    return [
      bavail * bsize < FREE_BYTES
        ? doubtful(found, `Make room, or set INDEX_DIR to a folder on another disk.`)
        : right(found),
    ];
  },
};

function oldestNode(): string {
  const file = new URL('../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } };
  return engines.node.replace(/^>=/u, '');
}

function isOlder(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

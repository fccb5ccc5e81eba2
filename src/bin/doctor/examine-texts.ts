import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { IndexDirectory } from '../../adapters/index-store/index-directory.js';
import { PostgresStorage } from '../../adapters/postgres/postgres-storage.js';
import { nameOfPlace } from '../../composition/index-place.js';
import { corpusReport } from '../../composition/corpus-report.js';
import { readCorpusDocuments } from '../../composition/read-corpus-documents.js';
import { databaseOf } from '../composition-root.js';
import type { Config } from '../config/config.js';
import { doubtful, right, wrong, type Examination, type Finding } from './finding.js';
import { nearestFolder } from './nearest-folder.js';

export const CORPUS: Examination = {
  what: 'Texts',
  examine: async ({ corpusDir }) => {
    const corpus = await readCorpusDocuments(corpusDir);
    const paragraphs = corpus.documents.reduce(
      (sum, { paragraphs: { length } }) => sum + length,
      0,
    );
    return [
      right(`${corpusDir} holds ${counted(corpus.documents.length)} of ${paragraphs} paragraphs.`),
      ...corpusReport(corpus).map((line) =>
        doubtful(line, 'See `declaration-chat ingest --dry-run`.'),
      ),
    ];
  },
};

export const INDEX: Examination = {
  what: 'Index',
  examine: async (config) => [
    ...(await present(config)),
    ...(config.databaseUrl === undefined ? await writable(config) : []),
  ],
};

async function present(config: Config): Promise<Omit<Finding, 'what'>[]> {
  const { indexDir, embeddingModel } = config;
  const database = databaseOf(config);
  const storage =
    database === undefined ? new IndexDirectory(indexDir) : new PostgresStorage(database);
  const manifest = await storage.readManifest();
  if (manifest === undefined) {
    return [
      doubtful(
        `There is none in ${nameOfPlace({ indexDir, database })} yet.`,
        'Run `declaration-chat ingest`.',
      ),
    ];
  }
  await storage.verify(manifest);
  const { counts, createdAt, embedding } = manifest;
  const whole = right(
    `${counts.paragraphs} paragraphs of ${counted(counts.documents)}, of ${createdAt}; ` +
      (database === undefined
        ? 'every file is as it was written.'
        : `every vector is in ${database.printable}.`),
  );
  if (embedding.model === embeddingModel) return [whole];
  return [
    whole,
    doubtful(
      `It was built with ${embedding.model}; the present model is ${embeddingModel}.`,
      'Run `declaration-chat ingest`; every text is embedded anew.',
    ),
  ];
}

async function writable({ indexDir }: Config): Promise<Omit<Finding, 'what'>[]> {
  const folder = await nearestFolder(indexDir);
  return access(folder, constants.W_OK).then(
    () => [],
    () => [wrong(`${folder} cannot be written.`, 'Give this user the right to, or set INDEX_DIR.')],
  );
}

const counted = (texts: number): string => (texts === 1 ? '1 text' : `${texts} texts`);

// Opens an index and asks it, embedding and reader apart.
import { openAnswering } from '../../src/composition/open-answering.js';
import { openModels } from '../../src/composition/open-models.js';
import { PROMPTS_DIR } from '../../src/composition/shipped-files.js';
import type { Stages } from '../../src/ports/stages.js';
import { readAnswerable } from '../judged.js';
import { RememberingEncoder } from '../remembering-encoder.js';
import { openBenchDatabase } from './bench-database.js';
import { contend } from './contend.js';
import { exactStore } from './exact-store.js';
import { scriptOptions } from './scripts.js';

export interface ServeOptions {
  readonly indexDir: string;
  /** Every so many of the questions. */
  readonly every: number;
  /** Whether vectors are compared with all others. */
  readonly exact: boolean;
  /** The database that holds the index in the place of the folder. */
  readonly database?: string | undefined;
}

const { indexDir, every, exact, database } = scriptOptions() as ServeOptions;
const questions = (await readAnswerable()).filter((_, i) => i % every === 0);
const models = await openModels();
await models.ready();
const encoder = new RememberingEncoder(models.encoder);
let spent: Record<string, number> = {};
const stages: Stages = {
  begin: (stage) => {
    const began = performance.now();
    return {
      run: (work) => work(),
      end: () => {
        spent[stage] = (spent[stage] ?? 0) + performance.now() - began;
      },
    };
  },
};
await contend(questions, async () => {
  const { retriever } = await openAnswering({
    indexDir,
    ...(database === undefined ? {} : { database: openBenchDatabase(database) }),
    encoder,
    log: console,
    promptsDir: PROMPTS_DIR,
    observer: { stages, onTokens: () => undefined, onReply: () => undefined },
    ...(exact ? { createVectorStore: (content) => Promise.resolve(exactStore(content)) } : {}),
  });
  return {
    search: async ({ question }) =>
      (await retriever.invoke(question)).map(({ pageContent, metadata }) => ({
        id: `${String(metadata['documentId'])}#${String(metadata['paragraph'])}`,
        text: pageContent,
      })),
    takeStages: () => {
      const taken = spent;
      spent = {};
      return taken;
    },
  };
});

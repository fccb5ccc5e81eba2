import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { readCorpus } from './read-corpus.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A corpus folder that each test of a file finds empty. */
export interface UsedCorpusFolder {
  readonly folder: string;
  readonly put: (files: Files) => Promise<void>;
  /** What is said of the files, a line each; the text `served.txt` beside them is served. */
  readonly linesOf: (
    files: Files,
    options?: Parameters<typeof readCorpus>[1],
  ) => Promise<readonly string[]>;
}

export function useCorpusFolder(): UsedCorpusFolder {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'corpus-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const put = async (files: Files): Promise<void> => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  };
  return {
    get folder() {
      return folder;
    },
    put,
    linesOf: async (files, options) => {
      await put({ ...files, 'served.txt': 'Served' });
      const { documents, skipped, notices } = await readCorpus(folder, options);
      expect(documents.map(({ metadata }) => metadata.id)).toContain('served');
      return [
        ...skipped.map((file) => `${path.relative(folder, file.path)} ${file.reason}`),
        ...notices.map((file) => `${path.relative(folder, file.path)}: ${file.notice}`),
      ];
    },
  };
}

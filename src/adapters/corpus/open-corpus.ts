import type { CorpusFolder, CorpusText } from '../../ports/corpus.js';
import type { FileLoader } from '../../ports/file-loader.js';
import { openLoaders } from '../loaders/open-loaders.js';
import { expansionsPath, withExpansions } from './expansions.js';
import { listFiles } from './list-files.js';
import { digestSource, readSource, type SourceFile } from './read-source.js';
import { selectFiles } from './select-files.js';

/** Far above any declaration (the UN Charter has 55 KB), far below what memory minds. */
const DEFAULT_MAX_BYTES = 20 * 1024 * 1024;

export interface OpenCorpusOptions {
  /**
   * One for each file format; the first that names a file's extension reads it. Default: those that
   * ship.
   */
  readonly loaders?: readonly FileLoader[];
  /** Size limit of one file, in bytes. Default 20 MiB. */
  readonly maxBytes?: number;
}

/**
 * Lists the texts of a folder and of the folders in it.
 * @throws DeclarationChatError `unreadable-corpus` where the folder cannot be listed
 */
export async function openCorpus(
  directory: string,
  { loaders, maxBytes = DEFAULT_MAX_BYTES }: OpenCorpusOptions = {},
): Promise<CorpusFolder> {
  const listed = await listFiles(directory);
  const opened = loaders === undefined ? openLoaders() : { loaders, close: () => undefined };
  const { sources, skipped } = selectFiles(listed.files, {
    directory,
    loaders: opened.loaders,
    maxBytes,
  });
  return {
    directory,
    texts: sources.map(toText),
    skipped: [...listed.skipped, ...skipped],
    close: opened.close,
  };
}

function toText(source: SourceFile): CorpusText {
  const { path, file } = source;
  return {
    path,
    file,
    digest: () => digestSource(source, [expansionsPath(path)]),
    read: (signal) => readSource(source, signal),
    expand: withExpansions,
  };
}

import { DeclarationChatError } from '../../errors.js';
import type { Corpus, CorpusSource, FileNotice, SkippedFile } from '../../ports/corpus.js';
import type { FileLoader } from '../../ports/file-loader.js';
import { openLoaders } from '../loaders/open-loaders.js';
import { byCodeUnit, listFiles } from './list-files.js';
import { readSource } from './read-source.js';
import { selectFiles } from './select-files.js';

/** Far above any declaration (the UN Charter has 55 KB), far below what memory minds. */
const DEFAULT_MAX_BYTES = 20 * 1024 * 1024;

export interface ReadCorpusOptions {
  /**
   * One for each file format; the first that names a file's extension reads it. Default: those that
   * ship.
   */
  readonly loaders?: readonly FileLoader[];
  /** Size limit of one file, in bytes. Default 20 MiB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads the texts of a folder and of the folders in it. What cannot be read is left out and named;
 * of two files with one id the first by its path is read.
 * @throws DeclarationChatError `unreadable-corpus` where the folder is missing or holds no text
 */
export async function readCorpus(
  directory: string,
  options: ReadCorpusOptions = {},
): Promise<Corpus> {
  const { maxBytes = DEFAULT_MAX_BYTES, signal } = options;
  if (options.loaders !== undefined) {
    return readFolder({ directory, loaders: options.loaders, maxBytes, signal });
  }
  const { loaders, close } = openLoaders();
  try {
    return await readFolder({ directory, loaders, maxBytes, signal });
  } finally {
    close();
  }
}

interface Folder {
  readonly directory: string;
  readonly loaders: readonly FileLoader[];
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

async function readFolder({ directory, loaders, maxBytes, signal }: Folder): Promise<Corpus> {
  const listed = await listFiles(directory);
  const selection = selectFiles(listed.files, { directory, loaders, maxBytes });
  const documents = new Map<string, CorpusSource>();
  const skipped = [...listed.skipped, ...selection.skipped];
  const notices: FileNotice[] = [];
  for (const source of selection.sources) {
    signal?.throwIfAborted();
    try {
      const read = await readSource(source, signal);
      const { id } = read.document.metadata;
      const other = documents.get(id);
      if (other !== undefined) {
        skipped.push({ path: source.path, reason: sameId(id, other.path) });
        continue;
      }
      documents.set(id, read.document);
      skipped.push(...read.skipped);
      notices.push(...read.notices.map((notice) => ({ path: source.path, notice })));
    } catch (error) {
      if (!(error instanceof DeclarationChatError)) throw error;
      skipped.push({ path: source.path, reason: error.message });
    }
  }
  skipped.sort((a, b) => byCodeUnit(a.path, b.path));
  if (documents.size === 0) throw nothingIn(directory, skipped);
  return {
    documents: [...documents.values()].sort((a, b) => byCodeUnit(a.metadata.id, b.metadata.id)),
    skipped,
    notices,
  };
}

function sameId(id: string, other: string): string {
  return (
    `has the same id "${id}" as ${other}, which is read instead. Rename one of the files, or give ` +
    'it an "id" in its metadata.'
  );
}

function nothingIn(directory: string, skipped: readonly SkippedFile[]): DeclarationChatError {
  const lines = skipped.map(({ path, reason }) => `\n  ${path} ${reason}`);
  const found =
    lines.length === 0
      ? 'is empty'
      : `holds no text that can be read:${lines.slice(0, 20).join('')}\n`;
  return new DeclarationChatError(
    'unreadable-corpus',
    `The corpus folder ${directory} ${found}${lines.length === 0 ? '. ' : ''}Put texts into it ` +
      '(.txt, .md, .pdf, .docx, .html, .epub), or name another one with --corpus or CORPUS_DIR.',
  );
}

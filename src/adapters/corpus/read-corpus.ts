import path from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import type { Corpus, CorpusSource, SkippedFile } from '../../ports/corpus.js';
import { EXPANSIONS_SUFFIX } from './expansions.js';
import { byCodeUnit, listFiles } from './list-files.js';
import { plainTextLoader } from './plain-text-loader.js';
import { readSource, type SourceFile } from './read-source.js';
import type { FileLoader } from '../../ports/file-loader.js';

/** Far above any declaration (the UN Charter has 55 KB), far below what memory minds. */
const DEFAULT_MAX_BYTES = 20 * 1024 * 1024;
const SIDECAR_EXTENSIONS: readonly string[] = ['.yaml', '.yml'];

export interface ReadCorpusOptions {
  /**
   * One for each file format; the first that names a file's extension reads it. Default: `.txt` and
   * `.md`.
   */
  readonly readers?: readonly FileLoader[];
  /** Size limit of one file, in bytes. Default 20 MiB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

function extensionOf(file: string): string {
  return path.extname(file).toLowerCase();
}

function stemOf(file: string): string {
  return file.slice(0, file.length - path.extname(file).length);
}

interface Selection {
  readonly sources: readonly SourceFile[];
  readonly skipped: readonly SkippedFile[];
}

function isExpansions(file: string): boolean {
  return file.endsWith(EXPANSIONS_SUFFIX);
}

function sidecarsByStem(files: readonly string[]): ReadonlyMap<string, string> {
  const sidecars = new Map<string, string>();
  for (const file of files.filter(
    (name) => SIDECAR_EXTENSIONS.includes(extensionOf(name)) && !isExpansions(name),
  )) {
    const other = sidecars.get(stemOf(file));
    if (other !== undefined) {
      throw new DeclarationChatError(
        'unreadable-document',
        `${other} and ${file} are both metadata of the same text. Keep one of them.`,
      );
    }
    sidecars.set(stemOf(file), file);
  }
  return sidecars;
}

function select(
  files: readonly string[],
  readers: readonly FileLoader[],
  maxBytes: number,
): Selection {
  const sources: SourceFile[] = [];
  const skipped: SkippedFile[] = [];
  const sidecars = sidecarsByStem(files);
  const known = readers.flatMap((reader) => reader.extensions);
  for (const file of files) {
    const extension = extensionOf(file);
    const reader = readers.find((candidate) => candidate.extensions.includes(extension));
    if (SIDECAR_EXTENSIONS.includes(extension)) continue;
    // A README describes the folder; nobody means it as a text of the corpus.
    if (/^readme(?:\.|$)/i.test(path.basename(file))) continue;
    if (reader === undefined) {
      skipped.push({
        path: file,
        reason:
          `no reader for ${extension === '' ? 'files without extension' : extension}; ` +
          `readable: ${known.join(', ')}`,
      });
    } else sources.push({ path: file, sidecar: sidecars.get(stemOf(file)), reader, maxBytes });
  }
  const stems = new Set(sources.map((source) => stemOf(source.path)));
  for (const file of files.filter(isExpansions)) {
    if (!stems.has(file.slice(0, -EXPANSIONS_SUFFIX.length))) {
      skipped.push({ path: file, reason: 'questions with no text of the same name beside them' });
    }
  }
  const used = new Set(sources.map((source) => source.sidecar));
  for (const sidecar of sidecars.values()) {
    if (!used.has(sidecar)) {
      skipped.push({ path: sidecar, reason: 'metadata with no text of the same name beside it' });
    }
  }
  return { sources, skipped };
}

function refuseDuplicates(documents: readonly CorpusSource[]): void {
  const paths = new Map<string, string>();
  for (const document of documents) {
    const other = paths.get(document.metadata.id);
    if (other !== undefined) {
      throw new DeclarationChatError(
        'unreadable-document',
        `${other} and ${document.path} have the same id "${document.metadata.id}". Rename ` +
          'one of the files, or give it an "id" in its metadata.',
      );
    }
    paths.set(document.metadata.id, document.path);
  }
}

/**
 * Reads the texts of a folder and of the folders in it.
 * @throws DeclarationChatError `unreadable-corpus` where the folder is missing or holds no text,
 *   `unreadable-document` where a text or its metadata cannot be used; the message names the file
 *   and says what to do.
 */
export async function readCorpus(
  directory: string,
  options: ReadCorpusOptions = {},
): Promise<Corpus> {
  const { readers = [plainTextLoader], maxBytes = DEFAULT_MAX_BYTES, signal } = options;
  const listed = await listFiles(directory);
  const selection = select(listed.files, readers, maxBytes);
  const documents: CorpusSource[] = [];
  for (const source of selection.sources) {
    signal?.throwIfAborted();
    documents.push(await readSource(source));
  }
  const skipped = [...listed.skipped, ...selection.skipped].sort((a, b) =>
    byCodeUnit(a.path, b.path),
  );
  if (documents.length === 0) {
    const found =
      skipped.length === 0
        ? 'is empty'
        : `holds no text that can be read (${skipped.length} files were left out, the first: ` +
          `${skipped[0]?.path ?? ''}: ${skipped[0]?.reason ?? ''})`;
    throw new DeclarationChatError(
      'unreadable-corpus',
      `The corpus folder ${directory} ${found}. Put .txt or .md files into it, or name ` +
        'another one with --corpus or CORPUS_DIR.',
    );
  }
  refuseDuplicates(documents);
  return { documents: documents.sort((a, b) => byCodeUnit(a.metadata.id, b.metadata.id)), skipped };
}

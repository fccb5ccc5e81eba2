import { createHash } from 'node:crypto';
import path from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import type { ReadSource, SkippedFile } from '../../ports/corpus.js';
import type { FileLoader, LoadedText } from '../../ports/file-loader.js';
import type { DeclaredMetadata } from '../../types.js';
import { decodeFile } from '../loaders/decode-file.js';
import { unreadable } from '../loaders/unreadable.js';
import { documentIdFor } from './document-id.js';
import { readMetadata, type GivenMetadata } from './metadata.js';
import { readBounded } from './read-bounded.js';
import { titleOf } from './title.js';

export interface SourceFile {
  readonly path: string;
  /** The same within the corpus folder; `/` between folders. */
  readonly file: string;
  /** Metadata file beside it. */
  readonly sidecar: string | undefined;
  readonly loader: FileLoader;
  readonly maxBytes: number;
}

/** Lengths go in first, so that no byte can move from the text to its metadata unseen. */
function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('hex');
}

function complete(given: GivenMetadata, file: string, loaded: LoadedText): DeclaredMetadata {
  const stem = path.basename(file, path.extname(file));
  const date = given.date ?? loaded.date;
  const language = given.language ?? loaded.language;
  return {
    id: given.id ?? documentIdFor(stem),
    title: given.title ?? loaded.title ?? titleOf(loaded.text, stem),
    ...(date === undefined ? {} : { date }),
    ...(given.place === undefined ? {} : { place: given.place }),
    ...(language === undefined ? {} : { language }),
    ...(given.suggestions === undefined ? {} : { suggestions: given.suggestions }),
    loader: loaded.loader,
  };
}

/**
 * Reads one file and its metadata.
 * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name
 */
export async function readSource(source: SourceFile, signal?: AbortSignal): Promise<ReadSource> {
  const bytes = await readBounded(source.path, source.maxBytes);
  if (bytes.length === 0) throw unreadable(`is empty. ${WHERE_TEXT_GOES}`);
  const loaded = await source.loader.read(bytes, { signal });
  if (loaded.text.trim() === '') throw unreadable(`holds no text. ${WHERE_TEXT_GOES}`);
  const front = loaded.frontMatter && readMetadata(loaded.frontMatter);
  const sidecar = await readSidecar(source);
  const twice =
    front !== undefined && Object.keys(front.given).length > 0 && sidecar.given !== undefined
      ? [`has metadata twice: that in ${source.sidecar ?? ''} goes before that at its top.`]
      : [];
  const notices = [
    ...(loaded.notices ?? []),
    ...(front?.notices ?? []),
    ...sidecar.notices,
    ...twice,
  ];
  return {
    source: {
      metadata: complete({ ...front?.given, ...sidecar.given }, source.path, loaded),
      text: loaded.text,
      ...(loaded.pages === undefined ? {} : { pages: loaded.pages }),
      sha256: digest(sidecar.bytes === undefined ? [bytes] : [bytes, sidecar.bytes]),
      path: source.path,
      file: source.file,
    },
    notices: notices.map((notice) => ({ path: source.path, notice })),
    skipped: sidecar.skipped,
  };
}

/**
 * SHA-256 of a file, of its sidecar and of the others beside it; undefined where the file cannot be
 * read.
 */
export async function digestSource(
  { path: file, sidecar, maxBytes }: SourceFile,
  others: readonly string[],
): Promise<string | undefined> {
  const read = (name: string): Promise<Uint8Array | undefined> =>
    readBounded(name, maxBytes).catch(() => undefined);
  const bytes = await read(file);
  if (bytes === undefined) return undefined;
  const beside = await Promise.all(
    [...(sidecar === undefined ? [] : [sidecar]), ...others].map(read),
  );
  // One that is missing is not one that is empty.
  return digest([
    bytes,
    ...beside.flatMap((one) => [Uint8Array.of(one === undefined ? 0 : 1), one ?? new Uint8Array()]),
  ]);
}

const WHERE_TEXT_GOES = "Put the declaration's text into it, or remove it.";

interface Sidecar {
  readonly bytes?: Uint8Array;
  readonly given?: GivenMetadata;
  readonly notices: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** A sidecar that cannot be read leaves the text without; it is named. */
async function readSidecar({ sidecar, maxBytes }: SourceFile): Promise<Sidecar> {
  if (sidecar === undefined) return { notices: [], skipped: [] };
  try {
    const bytes = await readBounded(sidecar, maxBytes);
    const { text: source } = await decodeFile(bytes);
    const { given, notices } = readMetadata({ syntax: 'yaml', source });
    const own = notices.map((notice) => `${path.basename(sidecar)}: ${notice}`);
    return { bytes, given, notices: own, skipped: [] };
  } catch (error) {
    if (!(error instanceof DeclarationChatError)) throw error;
    return { notices: [], skipped: [{ path: sidecar, reason: error.message }] };
  }
}

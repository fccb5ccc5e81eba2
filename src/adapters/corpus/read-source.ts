import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import type { DeclaredMetadata } from '../../types.js';
import type { CorpusSource } from '../../ports/corpus.js';
import { documentIdFor } from './document-id.js';
import { parseMetadata, type GivenMetadata } from './metadata.js';
import type { FileLoader } from '../../ports/file-loader.js';
import { titleOf } from './title.js';
import { decodeUtf8 } from './decode-utf8.js';

export interface SourceFile {
  readonly path: string;
  /** Metadata file beside it. */
  readonly sidecar: string | undefined;
  readonly reader: FileLoader;
  readonly maxBytes: number;
}

async function readBounded(file: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) {
      throw new DeclarationChatError(
        'unreadable-document',
        `${file} has ${size} bytes, more than the ${maxBytes} allowed for one text. Divide ` +
          'it into several files.',
      );
    }
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof DeclarationChatError) throw cause;
    throw new DeclarationChatError(
      'unreadable-document',
      `${file} cannot be read: ${(cause as Error).message}. Check its permissions.`,
      { cause },
    );
  }
}

/** Lengths go in first, so that no byte can move from the text to its metadata unseen. */
function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('hex');
}

function complete(given: GivenMetadata, file: string, text: string): DeclaredMetadata {
  const stem = path.basename(file, path.extname(file));
  return {
    id: given.id ?? documentIdFor(stem),
    title: given.title ?? titleOf(text, stem),
    ...(given.date === undefined ? {} : { date: given.date }),
    ...(given.place === undefined ? {} : { place: given.place }),
    ...(given.language === undefined ? {} : { language: given.language }),
  };
}

/**
 * Reads one text file and its metadata.
 * @throws DeclarationChatError `unreadable-document`.
 */
export async function readSource(source: SourceFile): Promise<CorpusSource> {
  const bytes = await readBounded(source.path, source.maxBytes);
  const { text, frontMatter } = await source.reader.read(bytes, source.path);
  if (text.trim() === '') {
    throw new DeclarationChatError(
      'unreadable-document',
      `${source.path} holds no text. Put the declaration's text into it, or remove it.`,
    );
  }
  if (source.sidecar === undefined) {
    const given = frontMatter === undefined ? {} : parseMetadata(frontMatter, source.path);
    return {
      metadata: complete(given, source.path, text),
      text,
      sha256: digest([bytes]),
      path: source.path,
    };
  }
  if (frontMatter !== undefined) {
    throw new DeclarationChatError(
      'unreadable-document',
      `${source.path} has metadata twice: at its top and in ${source.sidecar}. Keep one of them.`,
    );
  }
  const sidecar = await readBounded(source.sidecar, source.maxBytes);
  const given = parseMetadata(decodeUtf8(sidecar, source.sidecar), source.sidecar);
  return {
    metadata: complete(given, source.path, text),
    text,
    sha256: digest([bytes, sidecar]),
    path: source.path,
  };
}

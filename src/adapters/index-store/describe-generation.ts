import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexContent } from '../../types.js';
import { digestFile, type FileDigest } from './durable-files.js';
import type { Clock } from '../../ports/clock.js';
import type { Encoder } from '../../ports/encoder.js';
import { corrupt } from './faults.js';
import type { IndexManifest } from '../../ports/index-storage.js';
import { FORMAT_VERSION } from './manifest-schema.js';

/** The manifest of a generation whose files are all written. */
export async function describeGeneration(
  folder: string,
  {
    generation,
    content,
    embeddings,
    clock,
  }: {
    readonly clock: Clock;
    readonly generation: string;
    readonly content: IndexContent;
    readonly embeddings: Encoder;
  },
): Promise<IndexManifest> {
  const files: Record<string, FileDigest> = {};
  for (const name of (await readdir(folder)).sort()) {
    files[name] = await digestFile(join(folder, name));
  }
  const entriesOf = new Map<string, number>();
  for (const { documentId } of content.entries) {
    entriesOf.set(documentId, (entriesOf.get(documentId) ?? 0) + 1);
  }
  return {
    formatVersion: FORMAT_VERSION,
    generation,
    createdAt: clock().toISOString(),
    embedding: {
      model: embeddings.model,
      fingerprint: embeddings.fingerprint,
      dimensions: embeddings.dimensions,
    },
    counts: {
      documents: content.documents.length,
      paragraphs: content.documents.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
      entries: content.entries.length,
    },
    documents: content.documents.map(({ id, sha256, paragraphs }) => ({
      id,
      sha256,
      paragraphs: paragraphs.length,
      entries: entriesOf.get(id) ?? 0,
    })),
    files,
  };
}

/**
 * Holds every file against the manifest.
 * @throws DeclarationChatError `index-corrupt`, naming the first file that differs
 */
export async function verifyGeneration(
  folder: string,
  { files }: Pick<IndexManifest, 'files'>,
): Promise<void> {
  for (const [name, expected] of Object.entries(files)) {
    const path = join(folder, name);
    const found = await digestFile(path).catch((error: unknown) => {
      throw corrupt(path, 'it cannot be read', error);
    });
    if (found.bytes !== expected.bytes) {
      throw corrupt(path, `it has ${found.bytes} bytes instead of ${expected.bytes}`);
    }
    if (found.sha256 !== expected.sha256) {
      throw corrupt(path, 'its SHA-256 differs from the manifest');
    }
  }
}

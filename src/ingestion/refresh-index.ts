import type { EmbeddingModel, IndexDirectory } from '../adapters/index-store/index-directory.js';
import type { IndexManifest } from '../adapters/index-store/manifest.js';
import { DeclarationChatError } from '../errors.js';
import type { IndexContent, IndexedDocument } from '../types.js';
import { buildIndex, type BuildOptions } from './build-index.js';

export interface RefreshOptions extends Pick<BuildOptions, 'onProgress' | 'signal'> {
  readonly documents: readonly IndexedDocument[];
  readonly storage: IndexDirectory;
  readonly embeddings: EmbeddingModel;
}

export interface RefreshOutcome {
  readonly manifest: IndexManifest;
  /** Ids of documents embedded now, taken over as they were, and gone from the corpus. */
  readonly embedded: readonly string[];
  readonly reused: readonly string[];
  readonly removed: readonly string[];
  /** Why the present index could not be built upon, in words, where there was one. */
  readonly discarded?: string;
}

/** Brings an index up to date with the documents. Nothing is written where nothing has changed. */
export async function refreshIndex(options: RefreshOptions): Promise<RefreshOutcome> {
  const { documents, storage, embeddings } = options;
  const present = await readPresent(storage, embeddings);
  const hashes = new Map(present.manifest?.documents.map(({ id, sha256 }) => [id, sha256]));
  const reused = documents.filter(({ id, sha256 }) => hashes.get(id) === sha256).map(({ id }) => id);
  const removed = [...hashes.keys()].filter((id) => !documents.some((document) => document.id === id));
  const discarded = present.discarded === undefined ? {} : { discarded: present.discarded };
  if (present.manifest !== undefined && reused.length === documents.length && removed.length === 0) {
    return { manifest: present.manifest, embedded: [], reused, removed, ...discarded };
  }
  const built = await buildIndex({ ...options, previous: present.content });
  const manifest = await storage.save(built, embeddings);
  return { manifest, embedded: built.embedded, reused, removed, ...discarded };
}

interface PresentIndex {
  readonly manifest?: IndexManifest;
  readonly content?: IndexContent;
  readonly discarded?: string;
}

/** The present index where the same model made it and its files are whole. */
async function readPresent(storage: IndexDirectory, embeddings: EmbeddingModel): Promise<PresentIndex> {
  try {
    const manifest = await storage.readManifest();
    if (manifest === undefined) return {};
    if (manifest.embedding.fingerprint !== embeddings.fingerprint) {
      return { discarded: `it was built with model ${manifest.embedding.model}, configured is ${embeddings.model}` };
    }
    return { manifest, content: await storage.readContent(manifest) };
  } catch (error) {
    if (error instanceof DeclarationChatError) return { discarded: error.message.replace(/ Run `npm run ingest`\.$/u, '') };
    throw error;
  }
}

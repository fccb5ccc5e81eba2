import type { Encoder } from '../ports/encoder.js';
import type { IndexManifest, IndexStorage } from '../ports/index-storage.js';
import type { KnownVectors, VectorCache } from '../ports/vector-cache.js';
import { DeclarationChatError } from '../errors.js';
import type { IndexContent, IndexedDocument } from '../types.js';
import { buildIndex, vectorsOf, type BuildOptions } from './build-index.js';
import { preparedHash } from './prepared-hash.js';

/** Vectors that need not be made again. */
export interface KnownBefore {
  /** Where some may be, whatever the index holds. */
  readonly openKnown: () => Promise<KnownVectors>;
  /** Keeps what is made until the index holds it. */
  readonly openCache: () => Promise<VectorCache>;
}

export interface RefreshOptions extends Pick<BuildOptions, 'onProgress' | 'signal'> {
  readonly documents: readonly IndexedDocument[];
  readonly storage: IndexStorage;
  readonly embeddings: Encoder;
  /** Opened only where something is built. */
  readonly vectors?: KnownBefore | undefined;
}

export interface RefreshOutcome {
  readonly manifest: IndexManifest;
  /** Ids of documents that are new or have changed, stay as they were, and are gone from the corpus. */
  readonly embedded: readonly string[];
  readonly reused: readonly string[];
  readonly removed: readonly string[];
  /** Why the present index could not be built upon, in words, where there was one. */
  readonly discarded?: string;
}

/**
 * Brings an index up to date with the documents. Nothing is written where nothing has changed.
 * @throws DeclarationChatError `index-unwritable`; `invalid-configuration` where the folder is
 *   another program's
 */
export async function refreshIndex(options: RefreshOptions): Promise<RefreshOutcome> {
  const { storage, embeddings } = options;
  const documents = options.documents.map((document) => ({
    ...document,
    sha256: preparedHash(document),
  }));
  const { manifest, discarded: unusable } = await presentManifest(storage, embeddings);
  const changes = compare(documents, manifest);
  const upToDate =
    manifest !== undefined &&
    changes.changed.length === 0 &&
    changes.removed.length === 0 &&
    !(await storage.lacksGraph(manifest));
  const present =
    manifest === undefined ? {} : await wholeContent(storage, manifest, { verifyOnly: upToDate });
  if (present.replaced === true) return refreshIndex(options);
  const reason = unusable ?? present.discarded;
  const discarded = reason === undefined ? {} : { discarded: reason };
  if (upToDate && reason === undefined) {
    return { manifest, embedded: [], reused: changes.unchanged, removed: [] };
  }
  const reusable = reason === undefined ? changes.unchanged : [];
  await storage.prepare();
  const cache = await options.vectors?.openCache();
  const known = [
    ...(present.content === undefined ? [] : [vectorsOf(present.content)]),
    ...(options.vectors === undefined ? [] : [await options.vectors.openKnown()]),
  ];
  const built = await buildIndex({ ...options, documents, known, cache });
  const saved = await storage.save(built, embeddings);
  await cache?.clear();
  return {
    manifest: saved,
    embedded: documents.map(({ id }) => id).filter((id) => !reusable.includes(id)),
    reused: reusable,
    removed: changes.removed,
    ...discarded,
  };
}

interface Changes {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

function compare(
  documents: readonly IndexedDocument[],
  manifest: IndexManifest | undefined,
): Changes {
  const before = new Map(manifest?.documents.map(({ id, sha256 }) => [id, sha256]));
  const now = new Set(documents.map(({ id }) => id));
  const isUnchanged = ({ id, sha256 }: IndexedDocument): boolean => before.get(id) === sha256;
  return {
    changed: documents.filter((document) => !isUnchanged(document)).map(({ id }) => id),
    unchanged: documents.filter(isUnchanged).map(({ id }) => id),
    removed: [...before.keys()].filter((id) => !now.has(id)),
  };
}

/** The manifest of the present index where the same model made it, or why it cannot be used. */
async function presentManifest(
  storage: IndexStorage,
  embeddings: Encoder,
): Promise<{ readonly manifest?: IndexManifest; readonly discarded?: string }> {
  try {
    const manifest = await storage.readManifest();
    if (manifest === undefined) return {};
    if (manifest.embedding.fingerprint === embeddings.fingerprint) return { manifest };
    return {
      discarded: `it was built with model ${manifest.embedding.model}, configured is ${embeddings.model}`,
    };
  } catch (error) {
    return { discarded: reasonToDiscard(error) };
  }
}

interface PresentContent {
  readonly content?: IndexContent;
  readonly discarded?: string;
  /** Another build has replaced it meanwhile. */
  readonly replaced?: true;
}

/**
 * The content of the present index where its files are whole; none where they are only to be
 * verified.
 */
async function wholeContent(
  storage: IndexStorage,
  manifest: IndexManifest,
  { verifyOnly }: { readonly verifyOnly: boolean },
): Promise<PresentContent> {
  try {
    if (!verifyOnly) return { content: await storage.readContent(manifest) };
    await storage.verify(manifest);
    return {};
  } catch (error) {
    const discarded = reasonToDiscard(error);
    const now = await presentGeneration(storage);
    return now !== undefined && now !== manifest.generation ? { replaced: true } : { discarded };
  }
}

async function presentGeneration(storage: IndexStorage): Promise<string | undefined> {
  return storage.readManifest().then(
    (manifest) => manifest?.generation,
    () => undefined,
  );
}

/**
 * What makes an index useless but not an obstacle: a new one takes its place. Anything else is
 * thrown on.
 */
function reasonToDiscard(error: unknown): string {
  if (
    error instanceof DeclarationChatError &&
    (error.code === 'index-corrupt' || error.code === 'index-mismatch')
  ) {
    return error.message.replace(/\. Run `npm run ingest`\.$/u, '');
  }
  throw error;
}

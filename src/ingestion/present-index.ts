import { DeclarationChatError } from '../errors.js';
import type { Encoder } from '../ports/encoder.js';
import type { IndexManifest, IndexStorage } from '../ports/index-storage.js';
import { findDrift } from './find-drift.js';

/** What there is to build upon. */
export interface PresentIndex {
  /** Of an index that is whole and that the same model made. */
  readonly manifest?: IndexManifest;
  /** Name of the generation that is in use, whether it can be built upon or not. */
  readonly generation?: string;
  /** Why the index that there is cannot be built upon, in words. */
  readonly discarded?: string;
  /** What was wrong with one that was damaged, in words, where the one before took its place. */
  readonly replaced?: string;
  /** The model's vectors are others than they were: none that was made before is of any use. */
  readonly drifted?: boolean;
}

export interface PresentOptions {
  readonly storage: IndexStorage;
  readonly embeddings: Encoder;
  /** Whether a few stored vectors are made again and compared, which takes the model. */
  readonly compareVectors: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at the index that there is, and holds its files against its manifest. One that is damaged
 * is set aside, and the one before takes its place.
 * @throws DeclarationChatError `invalid-configuration` where the folder is another program's;
 *   `index-unwritable` where what is damaged cannot be set aside
 */
export async function presentIndex(options: PresentOptions): Promise<PresentIndex> {
  const { storage, embeddings: encoder, compareVectors } = options;
  let manifest: IndexManifest | undefined;
  try {
    manifest = await storage.readManifest();
    if (manifest === undefined) return {};
    const { generation } = manifest;
    const { model, fingerprint } = manifest.embedding;
    if (fingerprint !== encoder.fingerprint) {
      const discarded = `it was built with model ${model}, configured is ${encoder.model}`;
      return { generation, discarded };
    }
    await storage.verify(manifest);
    const drift = compareVectors ? await findDrift(storage, encoder, manifest) : undefined;
    if (drift !== undefined) return { generation, discarded: drift, drifted: true };
    return { generation, manifest };
  } catch (error) {
    const reason = reasonToDiscard(error);
    const now = manifest && (await presentGeneration(storage));
    // Another build has replaced it meanwhile.
    if (now !== undefined && now !== manifest?.generation) return presentIndex(options);
    return isDamage(error)
      ? withoutDamaged(manifest?.generation, { ...options, reason })
      : { discarded: reason };
  }
}

/** Name of the generation that is in use; undefined where there is none, or it cannot be told. */
export function presentGeneration(storage: IndexStorage): Promise<string | undefined> {
  return storage.readManifest().then(
    (manifest) => manifest?.generation,
    () => undefined,
  );
}

/** What is wrong with the generation that is in use, in words; undefined where nothing is. */
export async function presentDamage(storage: IndexStorage): Promise<string | undefined> {
  try {
    const manifest = await storage.readManifest();
    if (manifest !== undefined) await storage.verify(manifest);
    return undefined;
  } catch (error) {
    return isDamage(error) ? error.message : undefined;
  }
}

/** What there is once a damaged generation is set aside. */
async function withoutDamaged(
  generation: string | undefined,
  { reason, ...options }: PresentOptions & { readonly reason: string },
): Promise<PresentIndex> {
  const kept = await options.storage.setAside(generation, options.signal);
  const said = kept === undefined ? reason : `${reason}. It is kept as ${kept}`;
  const before = await presentIndex(options);
  return before.manifest === undefined
    ? { ...before, discarded: said }
    : { ...before, replaced: said };
}

/**
 * What makes an index useless but not an obstacle: a new one takes its place. Anything else is
 * thrown on.
 */
function reasonToDiscard(error: unknown): string {
  if (
    isDamage(error) ||
    (error instanceof DeclarationChatError && error.code === 'index-mismatch')
  ) {
    return error.message.replace(/\. Run `npm run ingest`\.$/u, '');
  }
  throw error;
}

function isDamage(error: unknown): error is DeclarationChatError {
  return error instanceof DeclarationChatError && error.code === 'index-corrupt';
}

import { DeclarationChatError } from '../errors.js';
import type { Encoder } from '../ports/encoder.js';
import type { IndexManifest, IndexStorage } from '../ports/index-storage.js';

/** What there is to build upon. */
export interface PresentIndex {
  /** Of an index that is whole and that the same model made. */
  readonly manifest?: IndexManifest;
  /** Why the index that there is cannot be built upon, in words. */
  readonly discarded?: string;
}

/**
 * Looks at the index that there is, and holds its files against its manifest.
 * @throws DeclarationChatError `invalid-configuration` where the folder is another program's
 */
export async function presentIndex(
  storage: IndexStorage,
  encoder: Pick<Encoder, 'model' | 'fingerprint'>,
): Promise<PresentIndex> {
  let manifest: IndexManifest | undefined;
  try {
    manifest = await storage.readManifest();
    if (manifest === undefined) return {};
    const { model, fingerprint } = manifest.embedding;
    if (fingerprint !== encoder.fingerprint) {
      return { discarded: `it was built with model ${model}, configured is ${encoder.model}` };
    }
    await storage.verify(manifest);
    return { manifest };
  } catch (error) {
    const discarded = reasonToDiscard(error);
    const now = manifest && (await presentGeneration(storage));
    // Another build has replaced it meanwhile.
    if (now !== undefined && now !== manifest?.generation) return presentIndex(storage, encoder);
    return { discarded };
  }
}

/** Name of the generation that is in use; undefined where there is none, or it cannot be told. */
export function presentGeneration(storage: IndexStorage): Promise<string | undefined> {
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

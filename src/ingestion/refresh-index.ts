import { byCodeUnit } from '../documents/by-code-unit.js';
import type { CorpusFolder, Remarks } from '../ports/corpus.js';
import type { Encoder } from '../ports/encoder.js';
import type {
  DocumentRecord,
  IndexDraft,
  IndexManifest,
  IndexStorage,
} from '../ports/index-storage.js';
import type { KnownVectors, VectorCache } from '../ports/vector-cache.js';
import { embedDocument, vectorsOf } from './embed-document.js';
import { gatherDocuments, type GatheredDocuments } from './gather-documents.js';
import { presentGeneration, presentIndex, type PresentIndex } from './present-index.js';
import { nothingIn } from './read-texts.js';

export interface BuildProgress {
  /** Paragraphs that have their vectors, of the documents that are embedded. */
  readonly doneParagraphs: number;
  /** Grows while texts are read. */
  readonly totalParagraphs: number;
}

/** Vectors that need not be made again. */
export interface KnownBefore {
  /** Where some may be, whatever the index holds. */
  readonly openKnown: () => Promise<KnownVectors>;
  /** Keeps what is made until the index holds it. */
  readonly openCache: () => Promise<VectorCache>;
}

export interface RefreshOptions {
  readonly corpus: CorpusFolder;
  readonly storage: IndexStorage;
  readonly embeddings: Encoder;
  /** Tells how texts are read: while it stays the same, so do the paragraphs of the same files. */
  readonly reading: string;
  /** Opened only where something is built. */
  readonly vectors: KnownBefore;
  /** Whether a few stored vectors are made again and compared; true unless given. */
  readonly compareVectors?: boolean | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RefreshOutcome extends Remarks {
  readonly manifest: IndexManifest;
  /** Ids of documents that are new or have changed, stay as they were, and are gone from the corpus. */
  readonly embedded: readonly string[];
  readonly reused: readonly string[];
  readonly removed: readonly string[];
  /** Why the present index could not be built upon, in words, where there was one. */
  readonly discarded?: string;
  /** What was wrong with the present index, in words, where the one before took its place. */
  readonly replaced?: string;
}

/**
 * Brings an index up to date with a corpus folder, one text in memory at a time. Nothing is written
 * where nothing has changed.
 * @throws DeclarationChatError `unreadable-corpus`, `index-unwritable`; `invalid-configuration`
 *   where the folder is another program's
 */
export async function refreshIndex(options: RefreshOptions): Promise<RefreshOutcome> {
  const { storage, embeddings, signal, compareVectors = true } = options;
  const present = await presentIndex({ storage, embeddings, compareVectors, signal });
  const wasReplaced = async (): Promise<boolean> => {
    const now = await presentGeneration(storage);
    return now !== undefined && now !== present.generation;
  };
  const draft = new LazyDraft(async () => {
    const { dimensions } = embeddings;
    const begun = await storage.begin({ dimensions, present: present.manifest, signal });
    if (!(await wasReplaced())) return begun;
    await begun.discard();
    throw new Error('Another build has replaced the index.');
  });
  try {
    return await refresh(options, present, draft);
  } catch (error) {
    await draft.discard();
    if (await wasReplaced()) return refreshIndex(options);
    throw error;
  }
}

async function refresh(
  options: RefreshOptions,
  present: PresentIndex,
  draft: LazyDraft,
): Promise<RefreshOutcome> {
  const { corpus, storage, embeddings, reading } = options;
  const gathered = await gatherDocuments({
    ...options,
    present: present.manifest,
    add: async (document, entries) => (await draft.begun()).add(document, entries),
  });
  const { kept, added, skipped, notices } = gathered;
  if (kept.length + added.length === 0) throw nothingIn(corpus.directory, skipped);
  const outcome = { ...changesOf(present, gathered), ...troubleOf(present), skipped, notices };
  if (
    present.manifest !== undefined &&
    isUpToDate(present.manifest, gathered, reading) &&
    !(await storage.needsGraph(present.manifest))
  ) {
    await storage.tidy(present.manifest);
    return { manifest: present.manifest, ...outcome };
  }
  const building = await draft.begun();
  for (const document of kept) await building.keep(document);
  const cache = added.length === 0 ? undefined : await openCache(options, present);
  try {
    if (cache !== undefined) {
      await embedAll(options, { present, added, draft: building, cache });
    }
    const documents = [...kept, ...added].sort((a, b) => byCodeUnit(a.id, b.id));
    const manifest = await building.commit({ documents, reading, encoder: embeddings });
    await cache?.clear();
    return { manifest, ...outcome };
  } finally {
    await cache?.close();
  }
}

/** Embeds the documents that were added. */
async function embedAll(
  { storage, embeddings, vectors, onProgress, signal }: RefreshOptions,
  {
    present,
    added,
    draft,
    cache,
  }: {
    readonly present: PresentIndex;
    readonly added: readonly DocumentRecord[];
    readonly draft: IndexDraft;
    readonly cache: VectorCache;
  },
): Promise<void> {
  const { manifest } = present;
  const shipped = present.drifted === true ? [] : [await vectors.openKnown()];
  const totalParagraphs = added.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  let doneParagraphs = 0;
  for (const record of added) {
    const former = formerOf(record, manifest);
    const before = former && manifest && (await storage.readDocument(manifest, former));
    const writer = await draft.openVectors(record.sha256);
    try {
      await embedDocument(await draft.read(record.sha256), {
        embeddings,
        known: before === undefined ? shipped : [vectorsOf(before), ...shipped],
        cache,
        into: writer,
        signal,
        onParagraph: () => {
          doneParagraphs += 1;
          onProgress?.({ doneParagraphs, totalParagraphs });
        },
      });
    } finally {
      await writer.close();
    }
  }
}

/** Where vectors are kept until the index holds them; of a model that has changed, none. */
async function openCache(
  { vectors }: RefreshOptions,
  { drifted = false }: PresentIndex,
): Promise<VectorCache> {
  const cache = await vectors.openCache();
  if (!drifted) return cache;
  await cache.clear();
  await cache.close();
  return vectors.openCache();
}

/** What was wrong with the index that there was. */
function troubleOf({
  discarded,
  replaced,
}: PresentIndex): Pick<RefreshOutcome, 'discarded' | 'replaced'> {
  return {
    ...(discarded === undefined ? {} : { discarded }),
    ...(replaced === undefined ? {} : { replaced }),
  };
}

/** What the index held of the same text, under its id or of the same file. */
function formerOf(
  { id, text }: DocumentRecord,
  present: IndexManifest | undefined,
): IndexManifest['documents'][number] | undefined {
  return (
    present?.documents.find((document) => document.id === id) ??
    present?.documents.find((document) => document.text.sha256 === text.sha256)
  );
}

function changesOf(
  { manifest }: PresentIndex,
  { kept, added }: GatheredDocuments,
): Pick<RefreshOutcome, 'embedded' | 'reused' | 'removed'> {
  const now = new Set([...kept, ...added].map(({ id }) => id));
  return {
    embedded: added.map(({ id }) => id).sort(byCodeUnit),
    reused: kept.map(({ id }) => id).sort(byCodeUnit),
    removed: (manifest?.documents ?? []).map(({ id }) => id).filter((id) => !now.has(id)),
  };
}

/** Whether the index holds just these documents, of just these files, read in this way. */
function isUpToDate(
  manifest: IndexManifest,
  { kept, added }: GatheredDocuments,
  reading: string,
): boolean {
  const texts = new Map(manifest.documents.map(({ sha256, text }) => [sha256, text.sha256]));
  return (
    manifest.reading === reading &&
    added.length === 0 &&
    kept.length === manifest.documents.length &&
    kept.every(({ sha256, text }) => texts.get(sha256) === text.sha256)
  );
}

/** A draft that is begun when something is to be written. */
class LazyDraft {
  readonly #begin: () => Promise<IndexDraft>;
  #draft: Promise<IndexDraft> | undefined;

  constructor(begin: () => Promise<IndexDraft>) {
    this.#begin = begin;
  }

  begun(): Promise<IndexDraft> {
    this.#draft ??= this.#begin();
    return this.#draft;
  }

  async discard(): Promise<void> {
    await this.#draft?.then(
      (draft) => draft.discard(),
      () => undefined,
    );
  }
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Encoder } from '../../ports/encoder.js';
import type {
  BeginOptions,
  DocumentContent,
  IndexManifest,
  IndexStorage,
  StoredDocument,
} from '../../ports/index-storage.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { readAxes } from './axes-file.js';
import { readContent, readDocumentContent } from './document-files.js';
import { ExactVectorStore } from './exact-vector-store.js';
import { REMEDY, writeFault } from './faults.js';
import { GenerationDraft, hasFittingGraph } from './generation-draft.js';
import { generationsIn, leftoversIn, removeLeftovers } from './generations.js';
import { GRAPH_FILE, isHnswAvailable } from './hnsw-graph.js';
import { openHnswStore, storeAlong } from './hnsw-store.js';
import { slotDocuments, toLangChainDocuments } from './langchain-documents.js';
import { readManifest } from './manifest-file.js';
import { openLocalIndex, type OpenStore } from './open-local-index.js';
import { GRAPH_DIMENSIONS } from './principal-axes.js';
import { lastWhole, setAside } from './set-aside.js';
import { toStoreContent, type CreateVectorStore } from './store-content.js';
import { verifyGeneration } from './verify-generation.js';
import { isLocked, WriterLock, type LockOptions } from './writer-lock.js';

export interface IndexDirectoryOptions {
  /**
   * Whether the native HNSW module can be used; asked each time. Default: whether it built on this
   * machine.
   */
  readonly hnswAvailable?: () => Promise<boolean>;
  /** How many vectors a graph has that is built of fewer numbers of each. Default: 10,000. */
  readonly manyVectors?: number;
  /** Makes the store that is searched, in the place of the directory's own. */
  readonly createStore?: CreateVectorStore | undefined;
  /** When an index was built stands in its manifest. Default: the machine's time. */
  readonly clock?: Clock;
  /** Is told once, by whom, where another writer has to be waited for. */
  readonly onWait?: LockOptions['onWait'];
}

export interface OpenIndex {
  readonly manifest: IndexManifest;
  /** Searched by LangChain's HNSWLib, or exactly where the native module did not build. */
  readonly index: SearchIndex;
  /** What is wrong with the present generation, where this is the one before. */
  readonly damage?: string;
}

/** A folder that holds one index: a manifest and the generation of files that it names. */
export class IndexDirectory implements IndexStorage {
  readonly #hnswAvailable: () => Promise<boolean>;
  readonly #manyVectors: number | undefined;
  readonly #createStore: CreateVectorStore | undefined;
  readonly #clock: Clock;
  readonly #onWait: LockOptions['onWait'];

  constructor(
    readonly directory: string,
    {
      hnswAvailable = isHnswAvailable,
      manyVectors,
      createStore,
      clock = () => new Date(),
      onWait = () => undefined,
    }: IndexDirectoryOptions = {},
  ) {
    this.#hnswAvailable = hnswAvailable;
    this.#manyVectors = manyVectors;
    this.#createStore = createStore;
    this.#clock = clock;
    this.#onWait = onWait;
  }

  readManifest(): Promise<IndexManifest | undefined> {
    return readManifest(this.directory);
  }

  async needsGraph(manifest: IndexManifest): Promise<boolean> {
    return !hasFittingGraph(manifest) && (await this.#hnswAvailable());
  }

  verify(manifest: IndexManifest): Promise<void> {
    return verifyGeneration(this.#folderOf(manifest), manifest);
  }

  readDocument(manifest: IndexManifest, document: StoredDocument): Promise<DocumentContent> {
    const { dimensions } = manifest.embedding;
    return readDocumentContent(this.#folderOf(manifest), document, dimensions);
  }

  /**
   * Verifies every file against the manifest, then loads. Where the present generation is damaged,
   * the one before is loaded in its place.
   * @throws DeclarationChatError `index-missing`, `index-corrupt`, `index-mismatch`
   */
  async open(embeddings: Encoder): Promise<OpenIndex> {
    let present: IndexManifest | undefined;
    try {
      present = await this.readManifest();
      if (present === undefined) {
        throw new DeclarationChatError(
          'index-missing',
          `There is no index in ${this.directory}. ${REMEDY}`,
        );
      }
      return await this.#open(present, embeddings);
    } catch (error) {
      // Another build may have replaced the generation while it was read.
      if (present !== undefined && (await this.#presentGeneration()) !== present.generation) {
        return this.open(embeddings);
      }
      if (!(error instanceof DeclarationChatError) || error.code !== 'index-corrupt') throw error;
      const earlier = await this.#openEarlier(present?.generation, embeddings);
      if (earlier === undefined) throw error;
      return { ...earlier, damage: error.message };
    }
  }

  setAside(
    generation: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<string | undefined> {
    return this.#writing(async () => {
      const lock = await WriterLock.acquire(this.directory, { onWait: this.#onWait, signal });
      try {
        if ((await this.#presentGeneration()) !== generation) return undefined;
        return await setAside(this.directory, generation);
      } finally {
        await lock.release();
      }
    });
  }

  async tidy({ generation: current }: IndexManifest): Promise<void> {
    try {
      const previous = (await lastWhole(this.directory, current))?.generation;
      const inUse = { current, previous };
      const isTidy =
        (await leftoversIn(this.directory, inUse)).length === 0 &&
        !(await isLocked(this.directory));
      if (isTidy) return;
      const lock = await WriterLock.tryAcquire(this.directory);
      if (!(lock instanceof WriterLock)) return;
      try {
        if ((await this.#presentGeneration()) !== current) return;
        await removeLeftovers(this.directory, await leftoversIn(this.directory, inUse));
      } finally {
        await lock.release();
      }
    } catch {
      // A folder that may only be read stays as it is.
    }
  }

  async begin({ dimensions, present, signal }: BeginOptions): Promise<GenerationDraft> {
    // Refuses another program's.
    await this.#presentGeneration();
    const lock = await this.#writing(async () => {
      await mkdir(this.directory, { recursive: true });
      return WriterLock.acquire(this.directory, { onWait: this.#onWait, signal });
    });
    try {
      return await GenerationDraft.begin(this.directory, {
        present,
        presentGeneration: () => this.#presentGeneration(),
        dimensions,
        lock,
        hnswAvailable: this.#hnswAvailable,
        manyVectors: this.#manyVectors,
        clock: this.#clock,
      });
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async #open(manifest: IndexManifest, embeddings: Encoder): Promise<OpenIndex> {
    assertFits(this.directory, manifest, embeddings);
    const folder = this.#folderOf(manifest);
    await verifyGeneration(folder, manifest);
    const opened = await this.#openStore(manifest, embeddings);
    return { manifest, index: await openLocalIndex(this.directory, manifest, opened) };
  }

  /** The last generation but the damaged one that is whole and of the same model. */
  async #openEarlier(
    damaged: string | undefined,
    embeddings: Encoder,
  ): Promise<OpenIndex | undefined> {
    for (const generation of await generationsIn(this.directory)) {
      if (generation === damaged) continue;
      try {
        const manifest = await readManifest(join(this.directory, generation));
        if (manifest !== undefined) return await this.#open(manifest, embeddings);
      } catch (error) {
        if (!(error instanceof DeclarationChatError)) throw error;
      }
    }
    return undefined;
  }

  async #openStore(manifest: IndexManifest, embeddings: Encoder): Promise<OpenStore> {
    const folder = this.#folderOf(manifest);
    const { generation } = manifest;
    if (this.#createStore !== undefined) {
      const content = await readContent(folder, manifest);
      return {
        store: await this.#createStore(toStoreContent(content, { generation, embeddings })),
      };
    }
    if (!(GRAPH_FILE in manifest.files) || !(await this.#hnswAvailable())) {
      const content = await readContent(folder, manifest);
      const documents = toLangChainDocuments(content);
      return { store: new ExactVectorStore(embeddings, { table: content.vectors, documents }) };
    }
    const axes = await readAxes(folder, manifest);
    const store = await openHnswStore(embeddings, {
      path: join(folder, GRAPH_FILE),
      dimensions: axes === undefined ? manifest.embedding.dimensions : GRAPH_DIMENSIONS,
      documentAt: slotDocuments(manifest.documents),
    });
    return axes === undefined ? { store } : { store: storeAlong(axes, store), axes };
  }

  /**
   * Name of the generation that the manifest names now; undefined where there is none or it cannot
   * be made out.
   */
  async #presentGeneration(): Promise<string | undefined> {
    try {
      return (await this.readManifest())?.generation;
    } catch (error) {
      if (error instanceof DeclarationChatError && error.code !== 'invalid-configuration') {
        return undefined;
      }
      throw error;
    }
  }

  #folderOf({ generation }: IndexManifest): string {
    return join(this.directory, generation);
  }

  /** Does something to the disk; what it refuses is said in words. */
  async #writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw writeFault(this.directory, error);
    }
  }
}

function assertFits(directory: string, { embedding }: IndexManifest, embeddings: Encoder): void {
  if (embedding.fingerprint === embeddings.fingerprint) return;
  throw new DeclarationChatError(
    'index-mismatch',
    `${directory} was built with model ${embedding.model} (${embedding.dimensions} d), ` +
      `configured is ${embeddings.model} (${embeddings.dimensions} d). ${REMEDY}`,
  );
}

import { join } from 'node:path';
import type { VectorStore } from '@langchain/core/vectorstores';
import { DeclarationChatError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Encoder } from '../../ports/encoder.js';
import type { DocumentContent, IndexManifest, StoredDocument } from '../../ports/index-storage.js';
import type { IndexContent } from '../../types.js';
import { readContent, readDocumentContent } from './document-files.js';
import { ExactVectorStore } from './exact-vector-store.js';
import { corrupt, REMEDY } from './faults.js';
import { GenerationDraft } from './generation-draft.js';
import { checkGraphFile, IncompleteWriteError } from './graph-file.js';
import { GRAPH_FILE, isHnswAvailable } from './hnsw-graph.js';
import { openHnswStore } from './hnsw-store.js';
import { entryAtSlot, entryDocuments, toLangChainDocuments } from './langchain-documents.js';
import { readManifest } from './manifest-file.js';
import { toStoreContent, type CreateVectorStore } from './store-content.js';
import { verifyGeneration } from './verify-generation.js';

export interface IndexDirectoryOptions {
  /**
   * Whether the native HNSW module can be used; asked each time. Default: whether it built on this
   * machine.
   */
  readonly hnswAvailable?: () => Promise<boolean>;
  /** Makes the store that is searched, in the place of the directory's own. */
  readonly createStore?: CreateVectorStore | undefined;
  /** When an index was built stands in its manifest. Default: the machine's time. */
  readonly clock?: Clock;
}

export interface OpenIndex extends IndexContent {
  readonly manifest: IndexManifest;
  /** LangChain's HNSWLib, or exact search where the native module did not build. */
  readonly store: VectorStore;
}

/** A folder that holds one index: a manifest and the generation of files that it names. */
export class IndexDirectory {
  readonly #hnswAvailable: () => Promise<boolean>;
  readonly #createStore: CreateVectorStore | undefined;
  readonly #clock: Clock;

  constructor(
    readonly directory: string,
    {
      hnswAvailable = isHnswAvailable,
      createStore,
      clock = () => new Date(),
    }: IndexDirectoryOptions = {},
  ) {
    this.#hnswAvailable = hnswAvailable;
    this.#createStore = createStore;
    this.#clock = clock;
  }

  /**
   * The manifest, or undefined where there is no index yet.
   * @throws DeclarationChatError `index-corrupt`, `index-mismatch`, `invalid-configuration`
   */
  readManifest(): Promise<IndexManifest | undefined> {
    return readManifest(this.directory);
  }

  /**
   * Whether the index was built where the native module was missing, and could have a graph now.
   */
  async lacksGraph(manifest: IndexManifest): Promise<boolean> {
    return !hasGraph(manifest) && (await this.#hnswAvailable());
  }

  /**
   * Holds the files against the manifest.
   * @throws DeclarationChatError `index-corrupt`
   */
  verify(manifest: IndexManifest): Promise<void> {
    return verifyGeneration(this.#folderOf(manifest), manifest);
  }

  /** What is kept of one document; `index-corrupt` where it is not what it should be. */
  readDocument(manifest: IndexManifest, { sha256 }: StoredDocument): Promise<DocumentContent> {
    const { dimensions } = manifest.embedding;
    return readDocumentContent(this.#folderOf(manifest), { sha256, dimensions });
  }

  /**
   * Verifies every file against the manifest, then loads.
   * @throws DeclarationChatError `index-missing`, `index-corrupt`, `index-mismatch`
   */
  async open(embeddings: Encoder): Promise<OpenIndex> {
    const manifest = await this.readManifest();
    if (manifest === undefined) {
      throw new DeclarationChatError(
        'index-missing',
        `There is no index in ${this.directory}. ${REMEDY}`,
      );
    }
    assertFits(this.directory, manifest, embeddings);
    try {
      await this.verify(manifest);
      const content = await readContent(this.#folderOf(manifest), manifest);
      return {
        ...content,
        manifest,
        store: await this.#openStore(manifest, { content, embeddings }),
      };
    } catch (error) {
      // Another build may have replaced the generation while it was read.
      if ((await this.readManifest())?.generation === manifest.generation) throw error;
      return this.open(embeddings);
    }
  }

  /**
   * Begins a new generation; the folder is made where it is missing.
   * @param present the manifest of the present one, where it can be built upon
   * @throws DeclarationChatError `index-unwritable`; `invalid-configuration` where the folder is
   *   another program's
   */
  async begin(dimensions: number, present?: IndexManifest): Promise<GenerationDraft> {
    // Refuses another program's.
    await this.#presentGeneration();
    return GenerationDraft.begin(this.directory, {
      present,
      presentGeneration: () => this.#presentGeneration(),
      dimensions,
      hnswAvailable: this.#hnswAvailable,
      clock: this.#clock,
    });
  }

  async #openStore(
    manifest: IndexManifest,
    { content, embeddings }: { readonly content: IndexContent; readonly embeddings: Encoder },
  ): Promise<VectorStore> {
    if (this.#createStore !== undefined) {
      return this.#createStore(
        toStoreContent(content, { generation: manifest.generation, embeddings }),
      );
    }
    if (hasGraph(manifest) && (await this.#hnswAvailable())) {
      return this.#openGraphStore(manifest, { content, embeddings });
    }
    return new ExactVectorStore(embeddings, {
      table: content.vectors,
      documents: toLangChainDocuments(content),
    });
  }

  async #openGraphStore(
    manifest: IndexManifest,
    { content, embeddings }: { readonly content: IndexContent; readonly embeddings: Encoder },
  ): Promise<VectorStore> {
    const path = join(this.#folderOf(manifest), GRAPH_FILE);
    const { dimensions } = manifest.embedding;
    await checkGraphFile(path, { dimensions, count: manifest.slots }).catch((error: unknown) => {
      throw error instanceof IncompleteWriteError
        ? corrupt(path, `it ${error.message}`, error)
        : error;
    });
    const entryAt = entryAtSlot(manifest.documents);
    const documentOf = entryDocuments(content);
    return openHnswStore(embeddings, {
      path,
      dimensions,
      documentAt: (slot) => {
        const entry = entryAt(slot);
        return entry === undefined ? undefined : documentOf(entry);
      },
    });
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
}

function hasGraph({ files }: IndexManifest): boolean {
  return GRAPH_FILE in files;
}

function assertFits(directory: string, { embedding }: IndexManifest, embeddings: Encoder): void {
  if (embedding.fingerprint === embeddings.fingerprint) return;
  throw new DeclarationChatError(
    'index-mismatch',
    `${directory} was built with model ${embedding.model} (${embedding.dimensions} d), ` +
      `configured is ${embeddings.model} (${embeddings.dimensions} d). ${REMEDY}`,
  );
}

import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { VectorStore } from '@langchain/core/vectorstores';
import { DeclarationChatError } from '../../errors.js';
import type { IndexContent } from '../../types.js';
import { readContent, writeContent } from './content-files.js';
import { describeGeneration, verifyGeneration } from './describe-generation.js';
import { syncFolder } from './durable-files.js';
import type { Encoder } from '../../ports/encoder.js';
import { ExactVectorStore } from './exact-vector-store.js';
import { REMEDY, unwritable, writeFault } from './faults.js';
import { newGenerationName, removeGeneration, removeSuperseded } from './generations.js';
import {
  buildHnswStore,
  HNSW_FILES,
  IncompleteWriteError,
  isHnswAvailable,
  openHnswStore,
  saveHnswStore,
} from './hnsw-store.js';
import { toLangChainDocuments } from './langchain-documents.js';
import { readManifest, writeManifest } from './manifest-file.js';
import { toStoreContent, type CreateVectorStore } from './store-content.js';
import type { Clock } from '../../ports/clock.js';
import type { IndexManifest } from '../../ports/index-storage.js';

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

  /**
   * Verifies the files, then reads what the index was made from, without the vector store.
   * @throws DeclarationChatError `index-corrupt`
   */
  async readContent(manifest: IndexManifest): Promise<IndexContent> {
    await this.verify(manifest);
    return readContent(this.#folderOf(manifest), manifest.embedding.dimensions);
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
      const content = await this.readContent(manifest);
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
   * Makes the folder where it is missing; asked before a long build, so that it does not fail at
   * its end.
   * @throws DeclarationChatError `index-unwritable`
   */
  async prepare(): Promise<void> {
    try {
      await mkdir(this.directory, { recursive: true });
      await access(this.directory, constants.W_OK);
    } catch (error) {
      throw writeFault(this.directory, error);
    }
  }

  /**
   * Writes a new generation beside the present one, then makes the manifest name it. Whatever fails
   * before, the present index stays as it is.
   * @throws DeclarationChatError `index-unwritable`; `invalid-configuration` where the folder is
   *   another program's
   */
  async save(content: IndexContent, embeddings: Encoder): Promise<IndexManifest> {
    await this.#presentGeneration();
    const generation = newGenerationName();
    const folder = join(this.directory, generation);
    try {
      await mkdir(folder, { recursive: true });
      await this.#writeFiles(folder, content, embeddings);
      const manifest = await describeGeneration(folder, {
        generation,
        content,
        embeddings,
        clock: this.#clock,
      });
      await syncFolder(folder);
      // Read again: another build may have finished in between.
      const previous = await this.#presentGeneration();
      await writeManifest(this.directory, manifest);
      // What cannot be removed now is tried again by a later build.
      await removeSuperseded(this.directory, { current: generation, previous }).catch(
        () => undefined,
      );
      return manifest;
    } catch (error) {
      if ((await this.#presentGeneration()) !== generation) {
        await removeGeneration(folder).catch(() => undefined);
      }
      if (error instanceof IncompleteWriteError) {
        throw unwritable(
          this.directory,
          `${error.message}; the disk may be full. Free some space`,
          error,
        );
      }
      throw writeFault(this.directory, error);
    }
  }

  async #writeFiles(folder: string, content: IndexContent, embeddings: Encoder): Promise<void> {
    await writeContent(folder, content);
    if (!(await this.#hnswAvailable())) return;
    const store = await buildHnswStore(embeddings, {
      table: content.vectors,
      documents: toLangChainDocuments(content),
    });
    await saveHnswStore(folder, store);
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
      return openHnswStore(this.#folderOf(manifest), embeddings);
    }
    return new ExactVectorStore(embeddings, {
      table: content.vectors,
      documents: toLangChainDocuments(content),
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
  return HNSW_FILES.every((name) => name in files);
}

function assertFits(directory: string, { embedding }: IndexManifest, embeddings: Encoder): void {
  if (embedding.fingerprint === embeddings.fingerprint) return;
  throw new DeclarationChatError(
    'index-mismatch',
    `${directory} was built with model ${embedding.model} (${embedding.dimensions} d), ` +
      `configured is ${embeddings.model} (${embeddings.dimensions} d). ${REMEDY}`,
  );
}

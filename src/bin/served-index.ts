import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import { createConsoleLog } from '../adapters/log/console-log.js';
import { createBackend, type BackendOptions } from '../composition/create-backend.js';
import type { Models } from '../composition/open-models.js';
import { DeclarationChatError } from '../errors.js';
import type { Log } from '../ports/log.js';
import type { ChatBackend } from '../server/dependencies.js';
import { loadModels, openAnswering, updateIndex, warningsOf } from './composition-root.js';
import type { Config } from './config.js';
import { ingestInProcess } from './ingest-process.js';

/** What a server answers from: one generation of the index, until another is taken up. */
export class ServedIndex {
  readonly #config: Config;
  readonly #stop: AbortSignal;
  readonly #onVerdict: BackendOptions['onVerdict'];
  readonly #log: Log;
  #models: Pick<Models, 'encoder' | 'openReader'> | undefined;
  #generation: string | undefined;
  #backend: ChatBackend | undefined;
  #reloading: Promise<void> | undefined;
  #again = false;
  #size = { documents: 0, paragraphs: 0 };

  /** @param onVerdict is told how each question came out */
  constructor(config: Config, stop: AbortSignal, onVerdict: BackendOptions['onVerdict']) {
    this.#onVerdict = onVerdict;
    this.#config = config;
    this.#stop = stop;
    this.#log = createConsoleLog(config.logLevel);
  }

  /** Undefined while the first one is being loaded. A request takes it once and keeps it. */
  get backend(): ChatBackend | undefined {
    return this.#backend;
  }

  /** How much is served. */
  get size(): { readonly documents: number; readonly paragraphs: number } {
    return this.#size;
  }

  /**
   * Brings the index up to date with the texts and opens it. Trouble with the texts is told; an
   * index that is there is served all the same.
   * @throws DeclarationChatError where there is no index to serve
   */
  async load(): Promise<ChatBackend> {
    const models = await loadModels(this.#config);
    let reader: ReturnType<Models['openReader']> | undefined;
    this.#models = {
      encoder: models.encoder,
      // Loaded once; each generation is read by the same.
      openReader: () => (reader ??= models.openReader()),
    };
    await this.#update();
    const backend = await this.#open();
    await models.ready();
    this.#backend = backend;
    if (this.#again) void this.reload();
    return backend;
  }

  /**
   * Brings the index up to date in a process of its own, and takes up the generation that comes of
   * it. Asked meanwhile, or while the first is being loaded, does it once more. Never throws: what
   * is served stays where it fails.
   */
  reload(): Promise<void> {
    this.#again = true;
    if (this.#backend === undefined) return Promise.resolve();
    if (this.#reloading !== undefined) return this.#reloading;
    this.#reloading = this.#reloadUntilQuiet().finally(() => {
      this.#reloading = undefined;
    });
    return this.#reloading;
  }

  async #reloadUntilQuiet(): Promise<void> {
    while (this.#again && !this.#stop.aborted) {
      this.#again = false;
      await this.#reloadOnce().catch((error: unknown) => {
        if (this.#stop.aborted) return;
        const reason = error instanceof DeclarationChatError ? error.message : String(error);
        this.#log.warn(`${reason} What was served before is served on.`);
      });
    }
  }

  async #reloadOnce(): Promise<void> {
    await ingestInProcess(this.#config, this.#stop);
    if (this.#stop.aborted || (await this.#presentGeneration()) === this.#generation) return;
    this.#backend = await this.#open();
  }

  async #update(): Promise<void> {
    try {
      const outcome = await updateIndex(this.#config, this.#requireModels().encoder, this.#stop);
      for (const line of warningsOf(outcome)) this.#log.warn(line);
    } catch (error) {
      const isOfTexts =
        error instanceof DeclarationChatError &&
        ['unreadable-corpus', 'index-unwritable'].includes(error.code);
      if (!isOfTexts || (await this.#presentGeneration()) === undefined) throw error;
      this.#log.warn(`${error.message} The index that is there is served.`);
    }
  }

  async #open(): Promise<ChatBackend> {
    const generation = await this.#presentGeneration();
    const { config, models } = { config: this.#config, models: this.#requireModels() };
    const dependencies = await openAnswering(config, models);
    const { index } = dependencies;
    this.#size = { documents: index.documents.length, paragraphs: index.paragraphs.length };
    const { documents, paragraphs } = this.#size;
    console.log(`The index holds ${paragraphs} paragraphs of ${documents} documents.`);
    this.#generation = generation;
    return createBackend(dependencies, {
      sourcesDir: config.serveSources ? config.corpusDir : undefined,
      onVerdict: this.#onVerdict,
    });
  }

  /** Name of the generation that is in the index folder; undefined where there is none. */
  async #presentGeneration(): Promise<string | undefined> {
    const directory = new IndexDirectory(this.#config.indexDir);
    return (await directory.readManifest().catch(() => undefined))?.generation;
  }

  #requireModels(): Pick<Models, 'encoder' | 'openReader'> {
    if (this.#models === undefined) throw new Error('The models are not loaded.');
    return this.#models;
  }
}

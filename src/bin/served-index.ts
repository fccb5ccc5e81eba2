import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import { createLog } from '../adapters/log/create-log.js';
import { createBackend, type BackendOptions } from '../composition/create-backend.js';
import type { Models } from '../composition/open-models.js';
import { DeclarationChatError } from '../errors.js';
import { findDrift } from '../ingestion/find-drift.js';
import { presentDamage } from '../ingestion/present-index.js';
import type { Log } from '../ports/log.js';
import type { ChatBackend } from '../server/dependencies.js';
import { loadModels, openAnswering, updateIndex, warningsOf } from './composition-root.js';
import type { Config } from './config.js';
import { ingestInProcess } from './ingest-process.js';
import { EXIT } from './program.js';

/** What a server answers from. */
export interface Served {
  /** Undefined while the first one is being loaded. A request takes it once and keeps it. */
  readonly backend: ChatBackend | undefined;
  /** How much is served. */
  readonly size: { readonly documents: number; readonly paragraphs: number };
  /** @throws DeclarationChatError where there is no index to serve */
  load(): Promise<ChatBackend>;
  /**
   * Takes up what has changed. Never throws: what is served stays where it fails.
   * @returns what went wrong, where something did
   */
  reload(): Promise<string | undefined>;
}

/** One generation of the index folder, until another is taken up. */
export class ServedIndex implements Served {
  readonly #config: Config;
  readonly #stop: AbortSignal;
  readonly #onVerdict: BackendOptions['onVerdict'];
  readonly #log: Log;
  #models: Pick<Models, 'encoder' | 'openReader'> | undefined;
  #generation: string | undefined;
  #backend: ChatBackend | undefined;
  /** Aborts when another generation is taken up. */
  #present = new AbortController();
  #reloading: Promise<string | undefined> | undefined;
  #again = false;
  #size = { documents: 0, paragraphs: 0 };

  /** @param onVerdict is told how each question came out */
  constructor(config: Config, stop: AbortSignal, onVerdict: BackendOptions['onVerdict']) {
    this.#onVerdict = onVerdict;
    this.#config = config;
    this.#stop = stop;
    this.#log = createLog(config.log);
  }

  get backend(): ChatBackend | undefined {
    return this.#backend;
  }

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
    const standIn = await this.#openStandIn();
    if (standIn === undefined) await this.#update();
    const backend = standIn ?? (await this.#open());
    await models.ready();
    this.#backend = backend;
    void this.#mend(standIn === undefined);
    return backend;
  }

  /**
   * Brings the index up to date in a process of its own, and takes up the generation that comes of
   * it. Asked meanwhile, or while the first is being loaded, does it once more. Never throws: what
   * is served stays where it fails.
   * @returns what went wrong, where something did
   */
  reload(): Promise<string | undefined> {
    this.#again = true;
    if (this.#backend === undefined) return Promise.resolve(undefined);
    if (this.#reloading !== undefined) return this.#reloading;
    this.#reloading = this.#reloadUntilQuiet().finally(() => {
      this.#reloading = undefined;
    });
    return this.#reloading;
  }

  async #reloadUntilQuiet(): Promise<string | undefined> {
    let failure: string | undefined;
    while (this.#again && !this.#stop.aborted) {
      this.#again = false;
      failure = await this.#reloadOnce().catch((error: unknown) => {
        if (this.#stop.aborted) return undefined;
        const reason = error instanceof DeclarationChatError ? error.message : String(error);
        this.#log.warn(`${reason} What was served before is served on.`);
        return 'The index could not be opened: what was served before is served on. The log says why.';
      });
    }
    return failure;
  }

  async #reloadOnce(): Promise<string | undefined> {
    const status = await ingestInProcess(this.#config, this.#stop);
    if (!this.#stop.aborted && (await this.#presentGeneration()) !== this.#generation) {
      this.#backend = await this.#open();
    }
    if (status === EXIT.done) return undefined;
    return (
      `The index was not brought up to date with all texts: ingest ended with ` +
      `${status === undefined ? 'a signal' : `status ${status}`}, and the log says why.`
    );
  }

  /** Opens the generation before the present one, where that is damaged. */
  async #openStandIn(): Promise<ChatBackend | undefined> {
    const directory = new IndexDirectory(this.#config.indexDir);
    const damaged = await presentDamage(directory);
    if (damaged === undefined) return undefined;
    // Where there is none before, one is built first.
    return this.#open().catch(() => undefined);
  }

  /** Sees to what the first requests need not wait for. */
  async #mend(isWhole: boolean): Promise<void> {
    const drift = isWhole ? await this.#findDrift() : undefined;
    if (drift !== undefined) this.#log.warn(`The index is being built anew: ${drift}.`);
    if (!isWhole || drift !== undefined || this.#again) await this.reload();
  }

  async #findDrift(): Promise<string | undefined> {
    try {
      const directory = new IndexDirectory(this.#config.indexDir);
      const manifest = await directory.readManifest();
      return manifest && (await findDrift(directory, this.#requireModels().encoder, manifest));
    } catch (error) {
      if (!this.#stop.aborted) {
        this.#log.warn(`Whether the model still is the same cannot be told: ${String(error)}`);
      }
      return undefined;
    }
  }

  async #update(): Promise<void> {
    try {
      const outcome = await updateIndex(this.#config, this.#requireModels().encoder, {
        signal: this.#stop,
        // Done while it serves.
        compareVectors: false,
      });
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
    this.#present.abort();
    this.#present = new AbortController();
    this.#size = { documents: index.documents.length, paragraphs: index.paragraphCount };
    const { documents, paragraphs } = this.#size;
    console.log(`The index holds ${paragraphs} paragraphs of ${documents} documents.`);
    this.#generation = generation;
    return createBackend(dependencies, {
      sourcesDir: config.serveSources ? config.corpusDir : undefined,
      onVerdict: this.#onVerdict,
      checkAhead: AbortSignal.any([this.#stop, this.#present.signal]),
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

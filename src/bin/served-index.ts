import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import { createLog } from '../adapters/log/create-log.js';
import type { Observer } from '../composition/components.js';
import { createBackend, type BackendOptions } from '../composition/create-backend.js';
import type { Models } from '../composition/open-models.js';
import { DeclarationChatError } from '../errors.js';
import { findDrift } from '../ingestion/find-drift.js';
import { presentDamage } from '../ingestion/present-index.js';
import type { IndexManifest } from '../ports/index-storage.js';
import type { Log } from '../ports/log.js';
import type { ChatBackend } from '../server/dependencies.js';
import { loadModels, openAnswering, updateIndex, warningsOf } from './composition-root.js';
import type { Config } from './config/config.js';
import { ingestInProcess } from './ingest-process.js';
import { EXIT } from './program.js';

export interface ServedIndexOptions extends Pick<BackendOptions, 'onVerdict'> {
  /** Ends the work on the index. */
  readonly stop: AbortSignal;
  readonly observer?: Observer | undefined;
  /** Takes a line for the person who looks on. */
  readonly say: (line: string) => void;
}

/** What is served. */
export interface ServedState {
  /** Absent while the first generation is being loaded. */
  readonly generation?: string;
  /** ISO 8601, UTC. */
  readonly builtAt?: string;
  readonly documents: number;
  readonly paragraphs: number;
  /** Files of the corpus folder that are not; absent where nobody has looked yet. */
  readonly leftOut?: number | undefined;
}

/** What a server answers from. */
export interface Served {
  /** Undefined while the first one is being loaded. A request takes it once and keeps it. */
  readonly backend: ChatBackend | undefined;
  readonly state: ServedState;
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
  readonly #options: ServedIndexOptions;
  readonly #stop: AbortSignal;
  readonly #log: Log;
  #models: Pick<Models, 'encoder' | 'openReader'> | undefined;
  #backend: ChatBackend | undefined;
  /** Aborts when another generation is taken up. */
  #present = new AbortController();
  #reloading: Promise<string | undefined> | undefined;
  #again = false;
  #served: Omit<ServedState, 'leftOut'> = { documents: 0, paragraphs: 0 };
  #leftOut: number | undefined;

  constructor(config: Config, options: ServedIndexOptions) {
    this.#config = config;
    this.#options = options;
    this.#stop = options.stop;
    this.#log = createLog(config.log);
  }

  get backend(): ChatBackend | undefined {
    return this.#backend;
  }

  get state(): ServedState {
    return { ...this.#served, leftOut: this.#leftOut };
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
    const { status, report } = await ingestInProcess(this.#config, this.#stop);
    this.#leftOut = report?.leftOut ?? this.#leftOut;
    const present = await this.#presentManifest();
    if (!this.#stop.aborted && present?.generation !== this.#served.generation) {
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
      this.#leftOut = outcome.skipped.length;
      for (const line of warningsOf(outcome)) this.#log.warn(line);
    } catch (error) {
      const isOfTexts =
        error instanceof DeclarationChatError &&
        ['unreadable-corpus', 'index-unwritable'].includes(error.code);
      if (!isOfTexts || (await this.#presentManifest()) === undefined) throw error;
      this.#log.warn(`${error.message} The index that is there is served.`);
    }
  }

  async #open(): Promise<ChatBackend> {
    const manifest = await this.#presentManifest();
    const { config, models } = { config: this.#config, models: this.#requireModels() };
    const dependencies = await openAnswering(config, models, this.#options.observer);
    const { index } = dependencies;
    this.#present.abort();
    this.#present = new AbortController();
    const size = { documents: index.documents.length, paragraphs: index.paragraphCount };
    this.#options.say(
      `The index holds ${size.paragraphs} paragraphs of ${size.documents} documents.`,
    );
    this.#served = {
      ...size,
      ...(manifest && { generation: manifest.generation, builtAt: manifest.createdAt }),
    };
    return createBackend(dependencies, {
      sourcesDir: config.serveSources ? config.corpusDir : undefined,
      onVerdict: this.#options.onVerdict,
      checkAhead: AbortSignal.any([this.#stop, this.#present.signal]),
    });
  }

  /** Of the generation that is in the index folder; undefined where there is none. */
  async #presentManifest(): Promise<IndexManifest | undefined> {
    return new IndexDirectory(this.#config.indexDir).readManifest().catch(() => undefined);
  }

  #requireModels(): Pick<Models, 'encoder' | 'openReader'> {
    if (this.#models === undefined) throw new Error('The models are not loaded.');
    return this.#models;
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../adapters/log/create-log.js';
import type { Database } from '../adapters/postgres/database.js';
import { servedGeneration } from '../adapters/postgres/open-postgres-index.js';
import { createBackend } from '../composition/create-backend.js';
import type { Models } from '../composition/open-models.js';
import { DeclarationChatError } from '../errors.js';
import type { Log } from '../ports/log.js';
import type { ChatBackend } from '../server/dependencies.js';
import { loadModels, openAnswering } from './composition-root.js';
import type { Config } from './config/config.js';
import type { Served, ServedIndexOptions, ServedState } from './served-index.js';

/** How often a server looks whether another generation has come, in milliseconds. */
const LOOK_AGAIN_MS = 2_000;

export interface SharedIndexOptions extends ServedIndexOptions {
  readonly database: Database;
}

/**
 * What a server answers from where a database holds the index: whoever ingests fills it, any number
 * of servers take up what comes. Nothing is kept here, and nothing is written.
 */
export class SharedIndex implements Served {
  readonly #config: Config;
  readonly #options: SharedIndexOptions;
  readonly #log: Log;
  #models: Pick<Models, 'encoder' | 'openReader'> | undefined;
  #backend: ChatBackend | undefined;
  /** Aborts when another generation is taken up. */
  #present = new AbortController();
  #looking: Promise<void> | undefined;
  #state: ServedState = { documents: 0, paragraphs: 0 };
  /** Said once, until something else is to be said. */
  #said: string | undefined;

  constructor(config: Config, options: SharedIndexOptions) {
    this.#config = config;
    this.#options = options;
    this.#log = createLog(config.log);
  }

  get backend(): ChatBackend | undefined {
    return this.#backend;
  }

  get state(): ServedState {
    return this.#state;
  }

  /**
   * Opens the present generation, as soon as the database can be reached and holds one; from then on
   * takes up those that come.
   * @throws DeclarationChatError where waiting does not help
   */
  async load(): Promise<ChatBackend> {
    const { stop } = this.#options;
    const models = await loadModels(this.#config);
    let reader: ReturnType<Models['openReader']> | undefined;
    this.#models = {
      encoder: models.encoder,
      // Loaded once; each generation is read by the same.
      openReader: () => (reader ??= models.openReader()),
    };
    await models.ready();
    for (;;) {
      await this.#look().catch((error: unknown) => {
        if (!mayPass(error)) throw error;
        this.#say(`${error.message} It is looked for until it is there.`);
      });
      if (this.#backend !== undefined) break;
      await wait(LOOK_AGAIN_MS, undefined, { signal: stop });
    }
    void this.#keepLooking();
    return this.#backend;
  }

  /**
   * Looks whether another generation has come. Never throws: what is served stays where it fails.
   * @returns what went wrong, where something did
   */
  async reload(): Promise<string | undefined> {
    if (this.#backend === undefined) return undefined;
    try {
      await this.#look();
      this.#said = undefined;
      return undefined;
    } catch (error) {
      if (this.#options.stop.aborted) return undefined;
      const reason = error instanceof DeclarationChatError ? error.message : String(error);
      this.#say(`${reason} What was served before is served on.`);
      return 'The index could not be opened: what was served before is served on. The log says why.';
    }
  }

  async #keepLooking(): Promise<void> {
    const { stop } = this.#options;
    for (;;) {
      await wait(LOOK_AGAIN_MS, undefined, { signal: stop, ref: false }).catch(() => undefined);
      if (stop.aborted) return;
      await this.reload();
    }
  }

  /** One look at a time. */
  #look(): Promise<void> {
    this.#looking ??= this.#takeUp().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #takeUp(): Promise<void> {
    const { database, stop, onVerdict, observer, say } = this.#options;
    const generation = await servedGeneration(database);
    if (this.#backend !== undefined && generation?.name === this.#state.generation) return;
    if (this.#models === undefined) throw new Error('The models are not loaded.');
    const dependencies = await openAnswering(this.#config, this.#models, observer);
    this.#present.abort();
    this.#present = new AbortController();
    const { documents, paragraphCount } = dependencies.index;
    this.#state = {
      documents: documents.length,
      paragraphs: paragraphCount,
      ...(generation && { generation: generation.name, builtAt: generation.createdAt }),
    };
    say(`The index holds ${paragraphCount} paragraphs of ${documents.length} documents.`);
    this.#backend = createBackend(dependencies, {
      onVerdict,
      checkAhead: AbortSignal.any([stop, this.#present.signal]),
    });
  }

  #say(words: string): void {
    if (this.#said === words) return;
    this.#said = words;
    this.#log.warn(words);
  }
}

/** Whether it may be otherwise in a while, without anybody doing anything here: ingesting, say. */
function mayPass(error: unknown): error is DeclarationChatError {
  return (
    error instanceof DeclarationChatError &&
    ['database-unavailable', 'index-missing', 'index-mismatch'].includes(error.code)
  );
}

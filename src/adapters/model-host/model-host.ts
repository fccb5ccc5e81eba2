import { DeclarationChatError } from '../../errors.js';
import type { DownloadProgress } from '../encoder/load-options.js';
import type { HostedModels, Job, ResultOf } from './messages.js';
import { ModelProcess } from './model-process.js';

/** Somebody who waits for a question's answer goes before what is made ready for later. */
export type Urgency = 'question' | 'background';

interface Waiting {
  readonly start: () => Promise<void>;
  readonly reject: (error: Error) => void;
}

/**
 * Has jobs done by a process that is started with the first, and again where it died. One job at a
 * time: the engine takes every processor by itself.
 */
export class ModelHost {
  readonly #models: HostedModels;
  readonly #onDownload: ((progress: DownloadProgress) => void) | undefined;
  readonly #waiting: Readonly<Record<Urgency, Waiting[]>> = { question: [], background: [] };
  #process: ModelProcess | undefined;
  #busy = false;
  #closed = false;

  constructor(models: HostedModels, onDownload?: (progress: DownloadProgress) => void) {
    this.#models = models;
    this.#onDownload = onDownload;
  }

  /**
   * A long job keeps a question waiting until it is done.
   * @throws DeclarationChatError what the model throws; `model-unavailable` where the process dies,
   *   or the host is closed
   */
  run<Task extends Job>(job: Task, urgency: Urgency): Promise<ResultOf<Task>> {
    if (this.#closed) return Promise.reject(closed());
    return new Promise<ResultOf<Task>>((resolve, reject) => {
      const start = (): Promise<void> =>
        this.#living().run(job, this.#onDownload).then(resolve, reject);
      this.#waiting[urgency].push({ start, reject });
      this.#next();
    });
  }

  /** Ends the process; what is still asked of it is refused. */
  close(): void {
    this.#closed = true;
    for (const { reject } of [...this.#waiting.question, ...this.#waiting.background]) {
      reject(closed());
    }
    this.#waiting.question.length = 0;
    this.#waiting.background.length = 0;
    this.#process?.stop();
  }

  #next(): void {
    if (this.#busy) return;
    const next = this.#waiting.question.shift() ?? this.#waiting.background.shift();
    if (next === undefined) return;
    this.#busy = true;
    void next.start().finally(() => {
      this.#busy = false;
      this.#next();
    });
  }

  #living(): ModelProcess {
    if (this.#process === undefined || this.#process.ended) {
      this.#process = new ModelProcess(this.#models);
    }
    return this.#process;
  }
}

function closed(): DeclarationChatError {
  return new DeclarationChatError('model-unavailable', 'The models were closed.');
}

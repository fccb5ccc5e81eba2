import { monitorEventLoopDelay } from 'node:perf_hooks';
import PQueue from 'p-queue';
import { Pump } from '../../concurrency/pump.js';
import { DeclarationChatError } from '../../errors.js';

export interface AdmissionLimits {
  /** Questions that are worked on at once. */
  readonly atOnce: number;
  /** Questions that wait for their turn; who comes then is refused. */
  readonly waiting: number;
  /** Who has waited for so long is refused as well, in milliseconds. */
  readonly maxWaitMs: number;
}

/** A server that takes so long to get to anything takes no more, in milliseconds. */
const MAX_LOOP_DELAY_MS = 500;
/** Once is a pause, as when something is loaded. */
const LAGS = 2;
/** How often the delay is looked at; what was before is forgotten. */
const LOOK_EVERY_MS = 1_000;
const NANOSECONDS = 1e6;

/**
 * Lets so many questions in as can be answered in time, and refuses the others at once: better for
 * them, who may come again, and for those who are in.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #queue: PQueue;
  readonly #loopDelay = monitorEventLoopDelay({ resolution: 20 });
  readonly #looking: NodeJS.Timeout;
  /** So many looks in a row have found it late. */
  #lagging = 0;
  #refused = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
    this.#queue = new PQueue({ concurrency: limits.atOnce });
    this.#loopDelay.enable();
    this.#looking = setInterval(() => {
      const delayMs = this.#loopDelay.percentile(50) / NANOSECONDS;
      this.#lagging = delayMs > MAX_LOOP_DELAY_MS ? this.#lagging + 1 : 0;
      this.#loopDelay.reset();
    }, LOOK_EVERY_MS);
    this.#looking.unref();
  }

  /** For the operator. */
  get state(): {
    readonly working: number;
    readonly waiting: number;
    readonly refused: number;
  } {
    return { working: this.#queue.pending, waiting: this.#queue.size, refused: this.#refused };
  }

  /**
   * Does the work when its turn comes.
   * @throws DeclarationChatError `overloaded` where it would not come in time; `signal.reason`
   */
  async run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    if (this.#queue.size >= this.#limits.waiting || this.#lagging >= LAGS) {
      throw this.#refusal();
    }
    const waiting = new AbortController();
    const tooLate = setTimeout(() => {
      waiting.abort(this.#refusal());
    }, this.#limits.maxWaitMs);
    const started = (): Promise<Result> => {
      clearTimeout(tooLate);
      return work();
    };
    try {
      return await this.#queue.add(started, {
        signal: AbortSignal.any([signal, waiting.signal]),
      });
    } finally {
      clearTimeout(tooLate);
    }
  }

  /**
   * The items of a source that is begun when its turn comes. It is taken at its own pace: a reader
   * who takes them slowly keeps nobody out.
   */
  stream<Item>(begin: () => AsyncIterable<Item>, signal: AbortSignal): AsyncIterable<Item> {
    const pump = new Pump<Item>();
    const work = async (): Promise<void> => {
      for await (const item of begin()) pump.push(item);
    };
    this.run(work, signal).then(
      () => {
        pump.end();
      },
      (error: unknown) => {
        pump.fail(error);
      },
    );
    return pump;
  }

  close(): void {
    clearInterval(this.#looking);
    this.#loopDelay.disable();
  }

  #refusal(): DeclarationChatError {
    this.#refused += 1;
    return new DeclarationChatError(
      'overloaded',
      'More is asked than can be answered in time. Ask again in a moment.',
    );
  }
}

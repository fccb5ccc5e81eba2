import { AsyncResource } from 'node:async_hooks';
import PQueue from 'p-queue';
import { Pump } from '../../concurrency/pump.js';
import { DeclarationChatError } from '../../errors.js';
import type { Stages } from '../../ports/stages.js';
import { Backlog } from './backlog.js';
import { LoopDelay } from './loop-delay.js';

export interface AdmissionLimits {
  /** Questions that are worked on at once. */
  readonly atOnce: number;
  /**
   * Questions that wait for their turn; who comes then is refused. Once somebody has been waiting for
   * a second all the while, only a quarter as many as are worked on.
   */
  readonly waiting: number;
  /** Who has waited for so long is refused as well, in milliseconds. */
  readonly maxWaitMs: number;
}

/** Of those that are worked on, how many may wait in a backlog. */
const BACKLOG_SHARE = 1 / 4;

/** Why a question was refused: too many are there, it has waited too long, or the event loop lags. */
export const REFUSALS = ['full', 'waited', 'late'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A server that takes so long on average to get to anything takes no more, in milliseconds. */
const MAX_LOOP_DELAY_MS = 100;
/** Once is a pause, as when something is loaded. */
const LAGS = 2;

/**
 * Lets so many questions in as can be answered in time, and refuses the others at once: better for
 * them, who may come again, and for those who are in.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #queue: PQueue;
  readonly #stages: Stages | undefined;
  readonly #loop = new LoopDelay(MAX_LOOP_DELAY_MS);
  readonly #refused: Record<Refusal, number> = { full: 0, waited: 0, late: 0 };
  readonly #backlog = new Backlog();

  /** @param stages is told of each wait */
  constructor(limits: AdmissionLimits, stages?: Stages) {
    this.#limits = limits;
    this.#stages = stages;
    this.#queue = new PQueue({ concurrency: limits.atOnce });
    this.#queue.on('next', () => {
      if (this.#queue.size === 0) this.#backlog.isGone();
    });
  }

  /** For the operator. */
  get state(): {
    readonly working: number;
    readonly waiting: number;
    readonly refused: Readonly<Record<Refusal, number>>;
    /** How long whatever comes waits for the event loop, in milliseconds. */
    readonly loopDelayMs: number;
  } {
    return {
      working: this.#queue.pending,
      waiting: this.#queue.size,
      refused: this.#refused,
      loopDelayMs: this.#loop.ms,
    };
  }

  /**
   * Refuses who cannot be answered in time, before anything is done for them.
   * @throws DeclarationChatError `overloaded`
   */
  refuseExcess(): void {
    this.refuseWhereLate();
    if (this.#queue.size >= this.#mayWait) throw this.#refusal('full');
  }

  /**
   * Refuses whatever comes while the event loop lags.
   * @throws DeclarationChatError `overloaded`
   */
  refuseWhereLate(): void {
    if (this.#loop.lagging >= LAGS) throw this.#refusal('late');
  }

  /**
   * Does the work when its turn comes.
   * @throws DeclarationChatError `overloaded` where it would not come in time; `signal.reason`
   */
  async run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    this.refuseExcess();
    const wait = this.#stages?.begin('wait');
    const waiting = new AbortController();
    const tooLate = setTimeout(() => {
      waiting.abort(this.#refusal('waited'));
    }, this.#limits.maxWaitMs);
    // Begun by whoever makes room, it is still a part of the request that it came with.
    const started = AsyncResource.bind((): Promise<Result> => {
      clearTimeout(tooLate);
      wait?.end();
      return work();
    });
    try {
      const done = this.#queue.add(started, { signal: AbortSignal.any([signal, waiting.signal]) });
      if (this.#queue.size > 0) this.#backlog.isThere();
      return await done;
    } catch (error) {
      // Unless it has begun; then this says nothing.
      wait?.end(error);
      throw error;
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
    this.#loop.close();
  }

  get #mayWait(): number {
    const { atOnce, waiting } = this.#limits;
    return this.#backlog.isLasting ? Math.min(Math.ceil(atOnce * BACKLOG_SHARE), waiting) : waiting;
  }

  #refusal(why: Refusal): DeclarationChatError {
    this.#refused[why] += 1;
    return new DeclarationChatError(
      'overloaded',
      'More is asked than can be answered in time. Ask again in a moment.',
    );
  }
}

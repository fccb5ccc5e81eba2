import { channel, subscribe } from 'node:diagnostics_channel';

/** A step in the answering of a question. */
export type Stage = 'parse' | 'embed' | 'search' | 'fuse' | 'read' | 'choose';

/** How long one question was in one stage, what it waited for there included. */
export interface StageTime {
  readonly stage: Stage;
  readonly ms: number;
}

const CHANNEL = 'declaration-chat:stage';
const times = channel(CHANNEL);

/**
 * Times the stages of one question, those within another apart from it. Whoever listens is told of
 * each as it ends; nothing is measured where nobody does.
 */
export class StageTimer {
  /** Of the stages that have ended. */
  #endedMs = 0;

  async time<Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result> {
    if (!times.hasSubscribers) return work();
    const endedBefore = this.#endedMs;
    const started = performance.now();
    try {
      return await work();
    } finally {
      const ms = performance.now() - started;
      const time: StageTime = { stage, ms: ms - (this.#endedMs - endedBefore) };
      this.#endedMs = endedBefore + ms;
      times.publish(time);
    }
  }
}

/** Is told of the stages of all questions of this process, from now on. */
export function onStage(listener: (time: StageTime) => void): void {
  subscribe(CHANNEL, (time) => {
    listener(time as StageTime);
  });
}

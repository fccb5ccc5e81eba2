import { nextTurn } from './next-turn.js';

/** Work that is longer keeps others waiting noticeably. */
const BUSY_MS = 15;

/** Gives others their turn in a long piece of work. */
export class Breather {
  #since = performance.now();

  /** Called between steps: goes on at once, unless the work has gone on for too long. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#since < BUSY_MS) return;
    await nextTurn();
    this.#since = performance.now();
  }
}

import { pseudoRandom } from '../support/recording-embeddings.js';

/** Choices that are the same for the same seed. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = pseudoRandom(seed);
  }

  /** From 0 up to 1. */
  share(): number {
    return (this.#random() + 1) / 2;
  }

  /** A whole number below another. */
  below(end: number): number {
    return Math.min(Math.floor(this.share() * end), Math.max(0, end - 1));
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

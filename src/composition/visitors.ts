/** How soon it is looked again whether anybody is being answered, in milliseconds. */
const LOOK_AFTER_MS = 100;

/** Whoever is being answered goes before what is made ready for later. */
export class Visitors {
  #present = 0;

  /** The same items; somebody is present until they have ended. */
  async *during<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, void> {
    this.#present += 1;
    try {
      yield* items;
    } finally {
      this.#present -= 1;
    }
  }

  /** Resolves when nobody is present. */
  async gone(): Promise<void> {
    while (this.#present > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, LOOK_AFTER_MS).unref();
      });
    }
  }
}

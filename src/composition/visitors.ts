/** How soon it is looked again whether anybody is being answered, in milliseconds. */
const LOOK_AFTER_MS = 100;

/** How long nobody has come when there is time for other work, in milliseconds. */
const QUIET_MS = 2_000;

/** Whoever is being answered goes before what is made ready for later. */
export class Visitors {
  #present = 0;
  #lastSeen = -Infinity;

  /** The same items; somebody is present until they have ended. */
  async *during<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, void> {
    this.#present += 1;
    try {
      yield* items;
    } finally {
      this.#present -= 1;
      this.#lastSeen = performance.now();
    }
  }

  /** Resolves when nobody is present. */
  async gone(): Promise<void> {
    while (this.#present > 0) await wait();
  }

  /** Resolves when nobody has been present for a while: who comes often has no other work between. */
  async quiet(): Promise<void> {
    while (this.#present > 0 || performance.now() - this.#lastSeen < QUIET_MS) await wait();
  }
}

function wait(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LOOK_AFTER_MS).unref();
  });
}

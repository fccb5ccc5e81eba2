interface Entry<T> {
  readonly cost: number;
  readonly make: () => T;
}

/** The cheapest of many candidates, of each key one. Those that do not stay are never made. */
export class Beam<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(readonly width: number) {}

  add(cost: number, key: string, make: () => T): void {
    const known = this.#entries.get(key);
    if (known === undefined || cost < known.cost) this.#entries.set(key, { cost, make });
  }

  /** At most `width`, the cheapest first. */
  best(): readonly T[] {
    return [...this.#entries.values()]
      .sort((a, b) => a.cost - b.cost)
      .slice(0, this.width)
      .map(({ make }) => make());
  }
}

interface Entry<T> {
  readonly cost: number;
  readonly make: () => T;
}

/** The cheapest of many candidates, of each key one. Those that do not stay are never made. */
export class Beam<T> {
  readonly #entries = new Map<string, Entry<T>>();
  #cheapest = Number.POSITIVE_INFINITY;

  constructor(
    readonly width: number,
    /** What costs so much more than the cheapest does not stay. */
    readonly margin: number,
  ) {}

  /** Whether something of this cost may stay. */
  takes(cost: number): boolean {
    return cost <= this.#cheapest + this.margin;
  }

  add(cost: number, key: string, make: () => T): void {
    const known = this.#entries.get(key);
    if (known === undefined || cost < known.cost) this.#entries.set(key, { cost, make });
    if (cost < this.#cheapest) this.#cheapest = cost;
  }

  /** At most `width`, the cheapest first. */
  best(): readonly T[] {
    return [...this.#entries.values()]
      .filter(({ cost }) => this.takes(cost))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, this.width)
      .map(({ make }) => make());
  }
}

export interface ScoredUnit {
  readonly unit: number;
  readonly score: number;
}

/** The best of many scores: a heap with the worst of them on top. */
export class TopScores {
  readonly #heap: ScoredUnit[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether such a score may be among the best so far. */
  admits(score: number): boolean {
    return this.#heap.length < this.#limit || score >= (this.#heap[0]?.score ?? Infinity);
  }

  add(unit: number, score: number): void {
    const added = { unit, score };
    if (this.#heap.length < this.#limit) {
      this.#heap.push(added);
      this.#rise(this.#heap.length - 1);
    } else if (this.#limit > 0 && isBetter(added, this.#heap[0])) {
      this.#heap[0] = added;
      this.#sink(0);
    }
  }

  /** Best first; of like ones the lower number. */
  sorted(): ScoredUnit[] {
    return this.#heap.toSorted((a, b) => (isBetter(a, b) ? -1 : 1));
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBetter(this.#heap[above], this.#heap[at])) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      const worst = [2 * at + 1, 2 * at + 2].reduce(
        (least, below) =>
          below < this.#heap.length && isBetter(this.#heap[least], this.#heap[below])
            ? below
            : least,
        at,
      );
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}

function isBetter(a: ScoredUnit | undefined, b: ScoredUnit | undefined): boolean {
  if (a === undefined || b === undefined) return b === undefined;
  return a.score > b.score || (a.score === b.score && a.unit < b.unit);
}

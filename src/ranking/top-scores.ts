export interface ScoredUnit {
  readonly unit: number;
  readonly score: number;
}

/** The best of many scores: a heap with the worst of them on top. */
export class TopScores {
  readonly #limit: number;
  /** The heap, as columns: hundreds come and go with every search. */
  readonly #units: Float64Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#units = new Float64Array(limit);
    this.#scores = new Float64Array(limit);
  }

  /** Whether such a score may be among the best so far. */
  admits(score: number): boolean {
    return this.#size < this.#limit || score >= (this.#scores[0] ?? Infinity);
  }

  add(unit: number, score: number): void {
    if (this.#size < this.#limit) {
      this.#put(this.#size, unit, score);
      this.#size += 1;
      this.#rise(this.#size - 1);
    } else if (this.#limit > 0 && this.#isWorse(0, unit, score)) {
      this.#put(0, unit, score);
      this.#sink(0);
    }
  }

  /** Best first; of like ones the lower number. */
  sorted(): ScoredUnit[] {
    return Array.from({ length: this.#size }, (_, at) => ({
      unit: this.#units[at] as number,
      score: this.#scores[at] as number,
    })).sort((a, b) => b.score - a.score || a.unit - b.unit);
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isWorseThan(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < this.#size && this.#isWorseThan(below, worst)) worst = below;
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #isWorseThan(a: number, b: number): boolean {
    return this.#isWorse(a, this.#units[b] as number, this.#scores[b] as number);
  }

  #isWorse(at: number, unit: number, score: number): boolean {
    const own = this.#scores[at] as number;
    return own < score || (own === score && (this.#units[at] as number) > unit);
  }

  #put(at: number, unit: number, score: number): void {
    this.#units[at] = unit;
    this.#scores[at] = score;
  }

  #swap(a: number, b: number): void {
    const [unit, score] = [this.#units[a] as number, this.#scores[a] as number];
    this.#put(a, this.#units[b] as number, this.#scores[b] as number);
    this.#put(b, unit, score);
  }
}

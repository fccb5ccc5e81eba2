/** Term frequency saturation; 1.2 is the usual value and the best one measured here. */
export const DEFAULT_K1 = 1.2;
/** Length normalisation, 0 none to 1 full. */
export const DEFAULT_B = 0.75;

interface Postings {
  readonly units: number[];
  readonly frequencies: number[];
}

/** Of a term that so many of all units hold. Never negative. */
export function inverseDocumentFrequency(holders: number, units: number): number {
  return Math.log(1 + (units - holders + 0.5) / (holders + 0.5));
}

/**
 * Okapi BM25 over an inverted index. A unit is whatever was passed in at that position (a
 * paragraph, a sentence); its number is that position.
 */
export class Bm25Index {
  readonly #postings = new Map<string, Postings>();
  readonly #lengths: number[] = [];
  #totalLength = 0;
  readonly #k1: number;
  readonly #b: number;

  constructor(units: Iterable<readonly string[]> = [], { k1 = DEFAULT_K1, b = DEFAULT_B } = {}) {
    this.#k1 = k1;
    this.#b = b;
    for (const terms of units) this.add(terms);
  }

  /** How many units there are. */
  get size(): number {
    return this.#lengths.length;
  }

  get #averageLength(): number {
    return this.#totalLength / Math.max(1, this.size);
  }

  /** Adds a unit; its number is how many there were. */
  add(terms: readonly string[]): void {
    const unit = this.#lengths.length;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const postings = this.#postings.get(term) ?? { units: [], frequencies: [] };
      postings.units.push(unit);
      postings.frequencies.push(count);
      this.#postings.set(term, postings);
    }
    this.#lengths.push(terms.length);
    this.#totalLength += terms.length;
  }

  has(term: string): boolean {
    return this.#postings.has(term);
  }

  /** Numbers of the units that hold all of the terms, in their order; none where none is given. */
  holding(terms: Iterable<string>): number[] {
    const lists = [...new Set(terms)].map((term) => this.#postings.get(term)?.units ?? []);
    const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
    const sets = others.map((units) => new Set(units));
    return shortest.filter((unit) => sets.every((units) => units.has(unit)));
  }

  /** Inverse document frequency; a term that no unit holds gets the highest. Never negative. */
  idf(term: string): number {
    const documentFrequency = this.#postings.get(term)?.units.length ?? 0;
    return inverseDocumentFrequency(documentFrequency, this.size);
  }

  /** BM25 of every unit that holds at least one of the terms; each distinct term counts once. */
  scores(terms: Iterable<string>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const term of new Set(terms)) {
      const postings = this.#postings.get(term);
      if (postings === undefined) continue;
      const idf = this.idf(term);
      postings.units.forEach((unit, i) => {
        const frequency = postings.frequencies[i] ?? 0;
        const norm = 1 - this.#b + (this.#b * (this.#lengths[unit] ?? 0)) / this.#averageLength;
        const gain = (idf * frequency * (this.#k1 + 1)) / (frequency + this.#k1 * norm);
        scores.set(unit, (scores.get(unit) ?? 0) + gain);
      });
    }
    return scores;
  }
}

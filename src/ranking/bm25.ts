import { Growing } from './growing.js';
import { TopScores } from './top-scores.js';

/** Term frequency saturation; 1.2 is the usual value and the best one measured here. */
export const DEFAULT_K1 = 1.2;
/** Length normalisation, 0 none to 1 full. */
export const DEFAULT_B = 0.75;

/** A unit by its terms, places in a list of the index's own. */
export interface CountedUnit {
  readonly ids: ArrayLike<number>;
  /** How often it has each of these. */
  readonly frequencies: ArrayLike<number>;
  /** Terms, one that is there twice counted twice. */
  readonly length: number;
}

/** Collects units for a {@link Bm25Index}; their numbers are their order. */
export class Bm25Builder {
  readonly #ids = new Map<string, number>();
  readonly #lengths = new Growing();
  /** Of each posting, in the order of the units. */
  readonly #terms = new Growing();
  readonly #units = new Growing();
  readonly #frequencies = new Growing();

  /** The number of a term, a new one where it was not known. */
  idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    this.#ids.set(term, this.#ids.size);
    return this.#ids.size - 1;
  }

  add({ ids, frequencies, length }: CountedUnit): void {
    const unit = this.#lengths.length;
    this.#lengths.push(length);
    for (let i = 0; i < ids.length; i++) {
      this.#terms.push(ids[i] ?? 0);
      this.#units.push(unit);
      this.#frequencies.push(frequencies[i] ?? 0);
    }
  }

  /** Sorts all postings by their terms. */
  build(options: { readonly k1?: number; readonly b?: number } = {}): Bm25Index {
    const terms = this.#terms.values;
    const offsets = new Uint32Array(this.#ids.size + 1);
    for (const term of terms) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
    const next = offsets.slice();
    const units = new Uint32Array(terms.length);
    const frequencies = new Uint16Array(terms.length);
    const [ofUnits, ofFrequencies] = [this.#units.values, this.#frequencies.values];
    terms.forEach((term, i) => {
      const at = next[term] ?? 0;
      next[term] = at + 1;
      units[at] = ofUnits[i] ?? 0;
      frequencies[at] = Math.min(ofFrequencies[i] ?? 0, MAX_FREQUENCY);
    });
    const lengths = Uint32Array.from(this.#lengths.values);
    return new Bm25Index({ ids: this.#ids, offsets, units, frequencies, lengths }, options);
  }
}

/** Far beyond what tells anything: the gain of a term comes to its end at some twenty. */
const MAX_FREQUENCY = 0xffff;

interface Postings {
  readonly ids: ReadonlyMap<string, number>;
  /** Of each term its postings are `[offsets[id] … offsets[id + 1])`, in the order of the units. */
  readonly offsets: Uint32Array;
  readonly units: Uint32Array;
  readonly frequencies: Uint16Array;
  readonly lengths: Uint32Array;
}

export interface Bm25Search {
  /** How many of the best. */
  readonly limit: number;
  /** Units whose score is wanted in any case. */
  readonly wanted?: Iterable<number>;
  /** Whether a unit may be among the best; all may where absent. */
  readonly accepts?: ((unit: number) => boolean) | undefined;
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
  readonly #postings: Postings;
  readonly #k1: number;
  readonly #b: number;
  readonly #averageLength: number;
  /** Of every unit; all 0 between two searches. */
  readonly #scores: Float64Array;

  constructor(postings: Postings, { k1 = DEFAULT_K1, b = DEFAULT_B } = {}) {
    this.#postings = postings;
    this.#k1 = k1;
    this.#b = b;
    const { lengths } = postings;
    this.#averageLength =
      lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, lengths.length);
    this.#scores = new Float64Array(lengths.length);
  }

  /** An index of units that are there already. */
  static of(
    units: Iterable<readonly string[]>,
    options: { readonly k1?: number; readonly b?: number } = {},
  ): Bm25Index {
    const builder = new Bm25Builder();
    for (const terms of units) {
      const counts = new Map<number, number>();
      for (const id of terms.map((term) => builder.idOf(term))) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      builder.add({
        ids: [...counts.keys()],
        frequencies: [...counts.values()],
        length: terms.length,
      });
    }
    return builder.build(options);
  }

  /** How many units there are. */
  get size(): number {
    return this.#postings.lengths.length;
  }

  /** Numbers of the units that hold all of the terms, in their order; none where none is given. */
  holding(terms: Iterable<string>): number[] {
    const [shortest, ...others] = [...new Set(terms)]
      .map((term) => this.#unitsOf(term))
      .sort((a, b) => a.length - b.length);
    return shortest === undefined
      ? []
      : [...shortest].filter((unit) => others.every((units) => holds(units, unit)));
  }

  /** Inverse document frequency; a term that no unit holds gets the highest. Never negative. */
  idf(term: string): number {
    return inverseDocumentFrequency(this.#unitsOf(term).length, this.size);
  }

  /**
   * BM25 of the units that score best, the first of like ones, and of those that are wanted; each
   * distinct term counts once.
   */
  search(
    terms: Iterable<string>,
    { limit, wanted = [], accepts }: Bm25Search,
  ): Map<number, number> {
    const scores = this.#scores;
    const touched = new Growing();
    for (const term of new Set(terms)) this.#addScores(term, touched);
    const best = new TopScores(limit);
    for (const unit of touched.values) {
      const score = scores[unit] as number;
      if (best.admits(score) && accepts?.(unit) !== false) best.add(unit, score);
    }
    const found = new Map(best.sorted().map(({ unit, score }) => [unit, score]));
    for (const unit of wanted) found.set(unit, scores[unit] ?? 0);
    for (const unit of touched.values) scores[unit] = 0;
    return found;
  }

  #addScores(term: string, touched: Growing): void {
    const { ids, offsets, units, frequencies, lengths } = this.#postings;
    const id = ids.get(term);
    if (id === undefined) return;
    const idf = this.idf(term);
    const end = offsets[id + 1] as number;
    const perLength = (this.#k1 * this.#b) / this.#averageLength;
    const base = this.#k1 * (1 - this.#b);
    for (let at = offsets[id] as number; at < end; at++) {
      const unit = units[at] as number;
      const frequency = frequencies[at] as number;
      const before = this.#scores[unit] as number;
      if (before === 0) touched.push(unit);
      const norm = base + perLength * (lengths[unit] as number);
      this.#scores[unit] = before + (idf * frequency * (this.#k1 + 1)) / (frequency + norm);
    }
  }

  #unitsOf(term: string): Uint32Array {
    const { ids, offsets, units } = this.#postings;
    const id = ids.get(term);
    return id === undefined ? new Uint32Array() : units.subarray(offsets[id], offsets[id + 1]);
  }
}

/** Whether a number is among some in ascending order. */
function holds(numbers: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted;
}

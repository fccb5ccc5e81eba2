import { splitSentences } from '../../src/language/sentences/split-sentences.js';
import { randomFrom, seedOf } from './random.js';
import type { MadeSentence } from './recombine.js';
import type { SentencePool } from './sentence-pool.js';

/**
 * Share of a passage's vector that is the difference of two real sentences' vectors: a passage lies
 * near its sentences, not just between them.
 */
const NOISE = 0.15;

/**
 * Vectors of made sentences from the real vectors of what they were made from, in the proportion of
 * its words, and of passages as the mean of their sentences with some noise; all of unit length.
 */
export class MadeVectors {
  readonly #pool: SentencePool;
  readonly #recipes = new Map<string, Omit<MadeSentence, 'text'>>();
  /** Texts in which no made sentence was found; theirs are those of a real sentence by chance. */
  unknown = 0;

  constructor(pool: SentencePool) {
    this.#pool = pool;
  }

  register(sentences: Iterable<MadeSentence>): void {
    for (const { text, ...recipe } of sentences) this.#recipes.set(text, recipe);
  }

  /** Of a sentence, or of a passage made of sentences. */
  of(text: string): Float32Array {
    const recipe = this.#recipes.get(text);
    return unit(recipe === undefined ? this.#passage(text) : this.#sentence(recipe));
  }

  #sentence({ opening, ending, share }: Omit<MadeSentence, 'text'>): Float32Array {
    const vector = new Float32Array(this.#pool.dimensions);
    this.#add(vector, opening, share);
    this.#add(vector, ending, 1 - share);
    return vector;
  }

  #passage(text: string): Float32Array {
    const vector = new Float32Array(this.#pool.dimensions);
    const random = randomFrom(seedOf(text));
    const someNumber = (): number => Math.floor(random() * this.#pool.sentences.length);
    let found = 0;
    for (const { start, end } of splitSentences(text)) {
      const recipe = this.#recipes.get(text.slice(start, end));
      if (recipe === undefined) continue;
      const sentence = unit(this.#sentence(recipe));
      for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) + (sentence[i] ?? 0);
      found += 1;
    }
    if (found === 0) {
      this.unknown += 1;
      this.#add(vector, someNumber(), 1);
    }
    unit(vector);
    this.#add(vector, someNumber(), NOISE);
    this.#add(vector, someNumber(), -NOISE);
    return vector;
  }

  #add(into: Float32Array, number: number, weight: number): void {
    const { vectors, dimensions } = this.#pool;
    const offset = number * dimensions;
    for (let i = 0; i < dimensions; i++) {
      into[i] = (into[i] ?? 0) + weight * (vectors[offset + i] ?? 0);
    }
  }
}

/** Changes the vector itself. */
function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}

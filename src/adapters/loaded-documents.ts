import { LRUCache } from 'lru-cache';
import type { IndexedParagraph } from '../ports/search-index.js';

/** Code units of the texts that are kept at hand; each takes a few bytes, with what is made of it. */
const MAX_SIZE = 16_000_000;

export interface LoadedDocument {
  readonly paragraphs: readonly IndexedParagraph[];
  /** In code units, and numbers of vectors that it holds. */
  readonly size: number;
}

/** Documents that were asked for last. */
export class LoadedDocuments {
  readonly #kept: LRUCache<number, LoadedDocument>;
  /** A document that somebody still holds is the same when it is asked for again. */
  readonly #held = new Map<number, WeakRef<LoadedDocument['paragraphs']>>();
  readonly #sizes = new Map<number, number>();
  readonly #loading = new Map<number, Promise<LoadedDocument>>();
  readonly #load: (document: number) => Promise<LoadedDocument>;

  constructor(load: (document: number) => Promise<LoadedDocument>) {
    this.#load = load;
    this.#kept = new LRUCache<number, LoadedDocument>({
      maxSize: MAX_SIZE,
      sizeCalculation: ({ size }) => Math.max(1, Math.min(size, MAX_SIZE)),
    });
  }

  /** All paragraphs of the document at a place. */
  async get(document: number): Promise<readonly IndexedParagraph[]> {
    const kept = this.#kept.get(document);
    if (kept !== undefined) return kept.paragraphs;
    const held = this.#held.get(document)?.deref();
    if (held !== undefined) {
      this.#kept.set(document, { paragraphs: held, size: this.#sizes.get(document) ?? 0 });
      return held;
    }
    const { paragraphs } = await this.#loaded(document);
    return paragraphs;
  }

  /** One load for all who ask at the same time. */
  #loaded(document: number): Promise<LoadedDocument> {
    const before = this.#loading.get(document);
    if (before !== undefined) return before;
    const loading = this.#load(document)
      .then((loaded) => {
        this.#kept.set(document, loaded);
        this.#held.set(document, new WeakRef(loaded.paragraphs));
        this.#sizes.set(document, loaded.size);
        return loaded;
      })
      .finally(() => this.#loading.delete(document));
    this.#loading.set(document, loading);
    return loading;
  }
}

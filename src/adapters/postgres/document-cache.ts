/** What is loaded, with about how much memory it takes. */
export interface Loaded<Value extends object> {
  readonly value: Value;
  readonly bytes: number;
}

/**
 * Keeps what was loaded last, up to a number of bytes; what is larger than all of it is kept alone.
 * What somebody still holds is never loaded a second time, so that it stays the same object.
 */
export class DocumentCache<Value extends object> {
  readonly #load: (key: number) => Promise<Loaded<Value>>;
  readonly #maxBytes: number;
  /** The last used last. */
  readonly #kept = new Map<number, Loaded<Value>>();
  readonly #held = new Map<number, WeakRef<Value>>();
  readonly #loading = new Map<number, Promise<Value>>();
  #bytes = 0;

  constructor(load: (key: number) => Promise<Loaded<Value>>, maxBytes: number) {
    this.#load = load;
    this.#maxBytes = maxBytes;
  }

  get(key: number): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return Promise.resolve(kept.value);
    }
    const held = this.#held.get(key)?.deref();
    if (held !== undefined) return Promise.resolve(held);
    const underway = this.#loading.get(key);
    if (underway !== undefined) return underway;
    const loading = this.#take(key);
    this.#loading.set(key, loading);
    return loading;
  }

  async #take(key: number): Promise<Value> {
    try {
      const loaded = await this.#load(key);
      this.#kept.set(key, loaded);
      this.#held.set(key, new WeakRef(loaded.value));
      this.#bytes += loaded.bytes;
      this.#makeRoom(key);
      return loaded.value;
    } finally {
      this.#loading.delete(key);
    }
  }

  #makeRoom(last: number): void {
    for (const [key, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#maxBytes || key === last) return;
      this.#kept.delete(key);
      this.#bytes -= bytes;
    }
  }
}

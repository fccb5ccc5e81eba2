import type { IndexedDocument } from '../../types.js';
import type { ExpansionRequest, WrittenExpansion } from './expansion-request.js';

/** Keeps what has been written for one document. */
export type SaveExpansions = (
  document: IndexedDocument,
  written: readonly WrittenExpansion[],
) => Promise<void>;

/** Entries; as many are lost at most when the machine stops. */
const SAVE_EVERY = 5;

/**
 * Where written entries wait until there are enough of them to be saved, in the order of their
 * texts.
 */
export class WriteBuffer {
  readonly #save: SaveExpansions;
  readonly #order: ReadonlyMap<string, number>;
  #waiting: WrittenExpansion[] = [];
  #saving: Promise<void> = Promise.resolve();

  constructor(requests: readonly ExpansionRequest[], save: SaveExpansions) {
    this.#save = save;
    this.#order = new Map(requests.map((request, i) => [keyOf(request), i]));
  }

  async put(written: WrittenExpansion): Promise<void> {
    this.#waiting.push(written);
    if (this.#waiting.length >= SAVE_EVERY) await this.save();
  }

  /** Saves what waits, after what is being saved now. */
  save(): Promise<void> {
    const batch = this.#waiting.sort((a, b) => this.#rankOf(a) - this.#rankOf(b));
    this.#waiting = [];
    this.#saving = this.#saving.then(async () => {
      for (const document of new Set(batch.map((written) => written.document))) {
        await this.#save(
          document,
          batch.filter((written) => written.document === document),
        );
      }
    });
    return this.#saving;
  }

  #rankOf(request: ExpansionRequest): number {
    return this.#order.get(keyOf(request)) ?? 0;
  }
}

function keyOf({ document, paragraph }: ExpansionRequest): string {
  return `${document.id}#${paragraph.label}`;
}

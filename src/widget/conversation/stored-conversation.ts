import { isListOf, isObject, isReply, isText } from '../asking/read-reply.js';
import type { FinishedTurn } from './turn.js';

/** Of the shape below; what another version has written is not read. */
const VERSION = 1;
/** A site may store about five million characters in all; this leaves it most of them. */
const MAX_CHARACTERS = 500_000;

export interface StoragePlace {
  /** May throw: a browser can forbid storage. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly server: string;
  readonly documents: readonly string[];
}

/**
 * A conversation that outlives the page, in the browser's own storage; silently none where there is
 * none to be had.
 */
export class StoredConversation {
  readonly #storage: StoragePlace['storage'];
  readonly #key: string;

  constructor({ storage, server, documents }: StoragePlace) {
    this.#storage = storage;
    this.#key = ['declaration-chat', server, ...documents].join(' ');
  }

  /** Empty where nothing was stored, or something else than a conversation. */
  read(): readonly FinishedTurn[] {
    try {
      const stored: unknown = JSON.parse(this.#storage().getItem(this.#key) ?? 'null');
      return isObject(stored) &&
        stored.version === VERSION &&
        isListOf(isFinishedTurn, stored.turns)
        ? stored.turns
        : [];
    } catch {
      return [];
    }
  }

  /** Keeps the newest turns, as many as there is room for. */
  write(turns: readonly FinishedTurn[]): void {
    try {
      if (turns.length === 0) {
        this.#storage().removeItem(this.#key);
        return;
      }
      const written = turns.map((turn) =>
        JSON.stringify({ question: turn.question, reply: turn.reply }),
      );
      let length = written.reduce((sum, { length }) => sum + length, 0);
      while (length > MAX_CHARACTERS) length -= written.shift()?.length ?? 0;
      this.#storage().setItem(this.#key, `{"version":${VERSION},"turns":[${written.join(',')}]}`);
    } catch {
      // Storage is full or forbidden: the conversation lasts as long as the page.
    }
  }
}

function isFinishedTurn(value: unknown): value is FinishedTurn {
  return isObject(value) && isText(value.question) && isReply(value.reply);
}

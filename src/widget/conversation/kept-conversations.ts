import { isListOf, isObject, isReply, isText } from '../../client/is-whole.js';
import type { FinishedTurn } from './turn.js';

/** Of the shape below; what another version has written is not read. */
const VERSION = 2;
/** A site may store about five million characters in all; this leaves it most of them. */
const MAX_CHARACTERS = 500_000;

/** A conversation of this reader, as it stands in the browser. */
export interface KeptConversation {
  readonly id: string;
  /** Given by the reader; empty where the first question has to do. */
  readonly title: string;
  /** When it was last added to, in milliseconds since 1970. */
  readonly changedAt: number;
  readonly turns: readonly FinishedTurn[];
}

export interface StoragePlace {
  /** May throw: a browser can forbid storage. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly server: string;
  /** Tells the widgets of a page apart. */
  readonly documents: readonly string[];
}

export interface Kept {
  /** Id of the conversation that a reload brings back; empty for none. */
  readonly current: string;
  /** The newest first. */
  readonly conversations: readonly KeptConversation[];
}

/**
 * Conversations that outlive the page, in the browser's own storage; silently none where there is
 * none to be had. Read anew each time, since another tab may have written.
 */
export class KeptConversations {
  readonly #storage: StoragePlace['storage'];
  readonly #key: string;

  constructor({ storage, server, documents }: StoragePlace) {
    this.#storage = storage;
    this.#key = ['declaration-chat', server, ...documents].join(' ');
  }

  /** The one that was being had when the page was left. */
  current(): KeptConversation | undefined {
    const { current, conversations } = this.read();
    return conversations.find(({ id }) => id === current);
  }

  /** Keeps it in the place of what was kept of it, and as the one that is being had. */
  keep(conversation: KeptConversation): void {
    const others = this.read().conversations.filter(({ id }) => id !== conversation.id);
    this.write({ current: conversation.id, conversations: [conversation, ...others] });
  }

  /** A new conversation begins; what is kept stays. */
  leave(): void {
    this.write({ ...this.read(), current: '' });
  }

  forgetAll(): void {
    this.write({ current: '', conversations: [] });
  }

  /** All of it; nothing where it cannot be read. */
  read(): Kept {
    try {
      const kept: unknown = JSON.parse(this.#storage().getItem(this.#key) ?? 'null');
      if (isKept(kept)) return kept;
    } catch {
      // Storage is forbidden, or holds something else.
    }
    return { current: '', conversations: [] };
  }

  /** The oldest conversations go where there is no room, then the oldest turns of the only one. */
  write({ current, conversations }: Kept): void {
    try {
      const written = conversations.map((each) => JSON.stringify(each));
      const total = (): number => written.reduce((sum, { length }) => sum + length, 0);
      while (written.length > 1 && total() > MAX_CHARACTERS) written.pop();
      const [only] = conversations;
      while (only && written.length === 1 && total() > MAX_CHARACTERS) {
        const { turns } = JSON.parse(written[0] ?? '') as KeptConversation;
        written[0] = JSON.stringify({ ...only, turns: turns.slice(1) });
      }
      if (written.length === 0) this.#storage().removeItem(this.#key);
      else {
        this.#storage().setItem(
          this.#key,
          `{"version":${VERSION},"current":${JSON.stringify(current)},"conversations":[${written.join(',')}]}`,
        );
      }
    } catch {
      // Storage is full or forbidden: the conversation lasts as long as the page.
    }
  }
}

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    value.version === VERSION &&
    isText(value.current) &&
    isListOf(isConversation, value.conversations)
  );
}

function isConversation(value: unknown): value is KeptConversation {
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.title) &&
    typeof value.changedAt === 'number' &&
    isListOf(isFinishedTurn, value.turns)
  );
}

function isFinishedTurn(value: unknown): value is FinishedTurn {
  return isObject(value) && isText(value.question) && isReply(value.reply);
}

import type { KeptConversation } from './kept-conversations.js';
import type { FinishedTurn } from './turn.js';

/** What tells one conversation of a reader from another. */
export class Conversation {
  readonly id: string;
  readonly title: string;

  /** As it was kept; a new one where nothing is given. */
  constructor({ id = newId(), title = '' }: Partial<KeptConversation> = {}) {
    this.id = id;
    this.title = title;
  }

  /** As it is to be kept, with what has been asked and answered by now. */
  of(turns: readonly FinishedTurn[]): KeptConversation {
    return { id: this.id, title: this.title, changedAt: Date.now(), turns };
  }
}

/** `crypto.randomUUID` is absent on plain http; this tells the conversations of one browser apart. */
function newId(): string {
  return [Date.now(), Math.random()].map((number) => number.toString(36)).join('-');
}

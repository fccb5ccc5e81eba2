import type { ChatEvent, ChatReply, Citation } from '../../protocol.js';
import type { Failure } from '../asking/failure.js';

export type Outcome =
  | { readonly kind: 'queued' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'answered'; readonly reply: ChatReply }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'stopped' };

export interface FinishedTurn {
  readonly question: string;
  readonly reply: ChatReply;
}

/** One question and what has come of it so far. */
export class Turn {
  /** How many paragraphs were found; absent until the server says. */
  found: number | undefined;
  readonly citations: Citation[] = [];
  text = '';
  outcome: Outcome = { kind: 'waiting' };

  constructor(
    readonly question: string,
    /** It is searched for as it stands. */
    readonly asTyped = false,
  ) {}

  /** A turn as it was when it had been answered. */
  static finished({ question, reply }: FinishedTurn): Turn {
    const turn = new Turn(question);
    turn.apply({ type: 'answer', reply });
    return turn;
  }

  apply(event: ChatEvent): void {
    switch (event.type) {
      case 'passages':
        this.found = event.passages.length;
        break;
      case 'citation':
        this.citations.push(event.citation);
        break;
      case 'delta':
        this.text += event.text;
        break;
      case 'answer':
        // The whole reply is what counts, and is the same as its parts were.
        this.text = event.reply.answer;
        this.citations.splice(0, this.citations.length, ...event.reply.citations);
        this.outcome = { kind: 'answered', reply: event.reply };
    }
  }
}

import { DeclarationChatError } from '../../errors.js';
import type { FeedbackBook, FeedbackEntry } from '../../ports/feedback.js';
import type { ChatEvent, ChatReply } from '../../protocol.js';
import { withoutPersonalData } from './without-personal-data.js';

/** Replies that a visitor may still say something of; a reply takes less than a kilobyte. */
const REMEMBERED = 1_000;

export interface FeedbackOptions {
  readonly book: FeedbackBook;
  /** In milliseconds since 1970. */
  readonly now?: () => number;
  /** Is told where nothing could be written; whoever asked is answered all the same. */
  readonly onTrouble: (error: unknown) => void;
}

type Known = Pick<FeedbackEntry, 'question' | 'places'>;

/**
 * What visitors could not be answered, and what they say of answers, for the operator. A verdict
 * names a reply and nothing else, so that nobody can put words into the book.
 */
export class Feedback {
  readonly #options: FeedbackOptions;
  /** By the id of the reply, oldest first. */
  readonly #known = new Map<string, Known>();

  constructor(options: FeedbackOptions) {
    this.#options = options;
  }

  /** The same events; the reply says that it may be judged. */
  async *during(question: string, events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent> {
    for await (const event of events) {
      yield event.type === 'answer'
        ? { ...event, reply: this.#remember(question, event.reply) }
        : event;
    }
  }

  /**
   * A visitor's verdict, once a reply.
   * @throws DeclarationChatError `unknown-reply`
   */
  judge(id: string, { helpful }: { readonly helpful: boolean }): void {
    const known = this.#known.get(id);
    if (known === undefined) {
      throw new DeclarationChatError(
        'unknown-reply',
        'There is no reply of this id that can still be judged: it was judged already, or it was long ago.',
      );
    }
    this.#known.delete(id);
    this.#add(helpful ? 'helpful' : 'unhelpful', known);
  }

  #remember(asked: string, reply: ChatReply): ChatReply {
    // Nothing was asked of the texts.
    if (!reply.answered && reply.remark === true) return reply;
    const shown = reply.answered ? reply.citations : reply.nearest;
    const question = withoutPersonalData(asked);
    const known = { question, places: [...new Set(shown.map(({ url }) => url))] };
    if (!reply.answered) this.#add('unanswered', known);
    this.#known.set(reply.id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return { ...reply, feedback: true };
  }

  #add(kind: FeedbackEntry['kind'], known: Known): void {
    const { book, now = Date.now, onTrouble } = this.#options;
    const day = new Date(now()).toISOString().slice(0, 10);
    book.add({ day, kind, ...known }).catch(onTrouble);
  }
}

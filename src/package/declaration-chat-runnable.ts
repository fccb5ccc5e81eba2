import { Runnable, type RunnableConfig } from '@langchain/core/runnables';
import type { ChatEvent, ChatReply, Citation } from '../protocol.js';
import { parseChatRequest } from '../server/inquiry-request.js';
import type { ChatBackend } from '../server/dependencies.js';
import { untilAborted } from '../server/until-aborted.js';
import { toRequestBody, type ChatInput } from './chat-input.js';

/**
 * Part of a reply. Put together as LangChain does, text added and the rest replaced, the parts of a
 * stream are the reply: `answer` comes in pieces, `citations` each time all so far, the rest last.
 */
export type ChatReplyPart = {
  readonly [Field in keyof ChatReply]?: ChatReply[Field];
} & Partial<Pick<Extract<ChatReply, { readonly answered: false }>, 'nearest'>>;

/** Answers questions from a folder of texts as a step of a LangChain chain. */
export class DeclarationChat extends Runnable<ChatInput, ChatReplyPart> {
  override lc_namespace = ['declaration_chat', 'chat'];
  readonly #backend: ChatBackend;

  constructor(backend: ChatBackend) {
    super();
    this.#backend = backend;
  }

  /**
   * The whole reply, answer or abstention.
   * @throws DeclarationChatError `invalid-request`, `unknown-document`; the signal's reason where it
   *   aborts
   */
  override async invoke(input: ChatInput, config?: Partial<RunnableConfig>): Promise<ChatReply> {
    const reply = await this._callWithConfig(
      async (asked: ChatInput, options) => {
        for await (const event of this.#events(asked, options)) {
          if (event.type === 'answer') return event.reply;
        }
        throw new Error('the events ended without an answer');
      },
      input,
      config,
    );
    return reply as ChatReply;
  }

  override async *_streamIterator(
    input: ChatInput,
    config?: Partial<RunnableConfig>,
  ): AsyncGenerator<ChatReplyPart> {
    yield* this._transformStreamWithConfig(
      only(input),
      (inputs: AsyncGenerator<ChatInput>, _run, options) => this.#parts(inputs, options),
      config,
    );
  }

  async *#parts(
    inputs: AsyncGenerator<ChatInput>,
    config?: Partial<RunnableConfig>,
  ): AsyncGenerator<ChatReplyPart> {
    for await (const input of inputs) {
      let citations: readonly Citation[] = [];
      for await (const event of this.#events(input, config)) {
        if (event.type === 'citation') {
          citations = [...citations, event.citation];
          yield { citations };
        } else if (event.type === 'delta') {
          yield { answer: event.text };
        } else if (event.type === 'answer') {
          yield withoutAnswer(event.reply);
        }
      }
    }
  }

  #events(input: ChatInput, config: Partial<RunnableConfig> = {}): AsyncIterable<ChatEvent> {
    const { inquiry } = parseChatRequest(toRequestBody(input), this.#backend.documents);
    const signal = config.signal ?? new AbortController().signal;
    return untilAborted(this.#backend.answer(inquiry, { signal }), signal);
  }
}

/** All that the deltas have not said already. */
function withoutAnswer(reply: ChatReply): ChatReplyPart {
  const part: { -readonly [Field in keyof ChatReplyPart]: ChatReplyPart[Field] } = { ...reply };
  delete part.answer;
  return part;
}

async function* only<Item>(item: Item): AsyncGenerator<Item> {
  yield await Promise.resolve(item);
}

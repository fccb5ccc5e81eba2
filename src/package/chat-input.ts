import { coerceMessageLikeToMessage, type BaseMessageLike } from '@langchain/core/messages';

/** What is asked, beside the documents to stay within; all documents where absent. */
export type ChatRequest = {
  readonly documents?: readonly string[];
  /** The question is searched for as it stands, whatever was said before. */
  readonly asTyped?: boolean;
} & (
  | { readonly question: string }
  /** A conversation, the question last. */
  | { readonly messages: readonly BaseMessageLike[] }
);

/** A question, a conversation whose last message is one, or either with documents. */
export type ChatInput = string | readonly BaseMessageLike[] | ChatRequest;

/**
 * The body that `POST /api/chat` would be sent. Of a conversation, what people and models said
 * counts; messages of tools and systems do not.
 */
export function toRequestBody(input: ChatInput): Readonly<Record<string, unknown>> {
  if (typeof input === 'string') return { question: input };
  if (isMessages(input)) return { messages: toMessages(input) };
  return 'messages' in input ? { ...input, messages: toMessages(input.messages) } : { ...input };
}

function isMessages(input: Exclude<ChatInput, string>): input is readonly BaseMessageLike[] {
  return Array.isArray(input);
}

function toMessages(messages: readonly BaseMessageLike[]): Readonly<Record<string, string>>[] {
  return messages.flatMap((like) => {
    const { type, text } = coerceMessageLikeToMessage(like);
    if (type === 'human') return [{ role: 'user', content: text }];
    return type === 'ai' ? [{ role: 'assistant', content: text }] : [];
  });
}

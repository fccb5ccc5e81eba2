import type { ChatRequest, ChatRequestMessage } from '../../protocol.js';
import type { FinishedTurn, Turn } from './turn.js';

/** The server takes 50 messages; a follow-up leans on the last few. */
const MAX_TURNS = 10;
/**
 * Of all earlier messages together. The server reads 256 KiB, and a character takes three bytes at
 * most, escaped ones apart.
 */
const MAX_CHARACTERS = 60_000;
/** What the server takes of one earlier answer. */
const MAX_ANSWER_CHARACTERS = 20_000;
/** What the server takes of one question. */
export const MAX_QUESTION_CHARACTERS = 4_000;

/** What the server is asked: the turn's question after what was said, within the documents, if any. */
export function requestFor(
  { question, asTyped }: Turn,
  {
    earlier,
    documents,
  }: { readonly earlier: readonly FinishedTurn[]; readonly documents: readonly string[] },
): ChatRequest {
  return {
    messages: messagesFor(question, earlier),
    ...(documents.length > 0 ? { documents } : {}),
    ...(asTyped ? { asTyped } : {}),
  };
}

/**
 * The conversation as the server takes it, the question last. Turns that had no answer are not part
 * of it.
 */
export function messagesFor(
  question: string,
  earlier: readonly FinishedTurn[],
): readonly ChatRequestMessage[] {
  let left = MAX_CHARACTERS;
  const kept = earlier
    .filter(({ reply }) => reply.answer.trim() !== '')
    .slice(-MAX_TURNS)
    .reverse()
    .map((turn): readonly ChatRequestMessage[] => [
      { role: 'user', content: turn.question },
      { role: 'assistant', content: wellFormed(turn.reply.answer.slice(0, MAX_ANSWER_CHARACTERS)) },
    ])
    .filter(
      (messages) => (left -= messages.reduce((sum, { content }) => sum + content.length, 0)) >= 0,
    )
    .reverse();
  return [...kept.flat(), { role: 'user', content: wellFormed(question) }];
}

/** Half a surrogate pair is refused by the server. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

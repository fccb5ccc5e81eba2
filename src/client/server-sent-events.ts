import { EventStreamParser, type ServerSentEvent } from './event-stream-parser.js';

/**
 * The events of a stream as they are complete.
 * @param onBytes is called whenever something came, if only a comment that keeps the stream alive
 */
export async function* serverSentEvents(
  { body }: Response,
  onBytes?: () => void,
): AsyncGenerator<ServerSentEvent, void, void> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      onBytes?.();
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

import type { Request, RequestHandler } from 'express';
import type { ChatEvent, ChatReply } from '../protocol.js';
import type { AppDependencies } from './dependencies.js';
import { readyBackend } from './ready-backend.js';
import { openEventStream, type EventStream } from './event-stream.js';
import { parseChatRequest } from './inquiry-request.js';
import { requestSignal } from './request-signal.js';
import { untilAborted } from './until-aborted.js';

/** `POST /api/chat`: the same events either drained into one JSON reply or sent as they come. */
export function chatHandler(deps: AppDependencies): RequestHandler {
  return async (req, res) => {
    const backend = readyBackend(deps);
    const { inquiry, stream } = parseChatRequest(req.body, backend.documents);
    const signal = requestSignal(res, deps.shutdown);
    const answer = (): AsyncIterable<ChatEvent> => backend.answer(inquiry, { signal });
    const admitted = deps.admission?.stream(answer, signal) ?? answer();
    const question = inquiry.messages.at(-1)?.content ?? '';
    const events = untilAborted(deps.feedback?.during(question, admitted) ?? admitted, signal);
    if (stream || prefersEventStream(req)) {
      await streamReply(events, () =>
        openEventStream(res, { signal, pingIntervalMs: deps.pingIntervalMs }),
      );
    } else {
      res
        .set('Cache-Control', 'no-store')
        .type('application/json')
        .send(JSON.stringify(await drain(events)));
    }
  };
}

function prefersEventStream(req: Request): boolean {
  return req.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
}

async function drain(events: AsyncIterable<ChatEvent>): Promise<ChatReply> {
  for await (const event of events) if (event.type === 'answer') return event.reply;
  throw new Error('the events ended without an answer');
}

/**
 * The status line waits for the first event, so that what fails before it is still an ordinary
 * problem reply.
 */
async function streamReply(
  events: AsyncIterable<ChatEvent>,
  open: () => EventStream,
): Promise<void> {
  let stream: EventStream | undefined;
  for await (const event of events) {
    stream ??= open();
    await stream.send(event.type, dataOf(event));
    if (event.type === 'answer') {
      stream.end();
      return;
    }
  }
  throw new Error('the events ended without an answer');
}

/** JSON.stringify escapes line breaks, so the data is always one line. */
function dataOf(event: ChatEvent): string {
  switch (event.type) {
    case 'passages':
      return JSON.stringify({ query: event.query, passages: event.passages });
    case 'citation':
      return JSON.stringify(event.citation);
    case 'delta':
      return JSON.stringify({ text: event.text });
    case 'answer':
      return JSON.stringify(event.reply);
  }
}

import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { ChatEvent, ChatReply } from '../../protocol.js';
import type { Inquiry } from '../../types.js';
import { answerEvents, replyOf } from '../answer-events.js';
import type { AppDependencies, DocumentLibrary } from '../dependencies.js';
import { openEventStream, type EventStream } from '../event-stream.js';
import { parseChatRequest } from '../inquiry-request.js';
import { ownAddress } from '../own-address.js';
import { readyBackend } from '../ready-backend.js';
import { requestSignal } from '../request-signal.js';
import { chunkOf, completionOf, finishReasonOf, usageChunkOf } from './completion-reply.js';
import type { CompletionDelta, CompletionHead } from './completion-reply.js';
import { parseCompletionRequest } from './completion-request.js';
import { readableSources } from '../readable-sources.js';
import { urlCitations } from './url-citations.js';
import { usageOf, type TokenUsage } from './usage.js';

/** How a completion is given, beside what is in it. */
interface Form {
  readonly head: CompletionHead;
  readonly address: string;
  readonly inquiry: Inquiry;
  readonly documents: DocumentLibrary;
  /** Whether a readable list of the sources ends the text. */
  readonly sourceList: boolean;
}

/** `POST /v1/chat/completions`: the same answers in the shape of OpenAI's. */
export function completionsHandler(deps: AppDependencies): RequestHandler {
  return async (req, res) => {
    const backend = readyBackend(deps);
    const { body, task, stream, includeUsage } = parseCompletionRequest(req.body);
    const inquiry =
      task === undefined
        ? parseChatRequest(body, backend.documents).inquiry
        : { messages: body.messages };
    const signal = requestSignal(res, deps.shutdown);
    const events =
      task === undefined ? answerEvents(backend, inquiry, { ...deps, signal }) : remarkEvents(task);
    const form: Form = {
      head: { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000) },
      address: ownAddress(req),
      inquiry,
      documents: backend.documents,
      sourceList: deps.sourceList ?? true,
    };
    if (stream) {
      const open = (): EventStream =>
        openEventStream(res, { signal, pingIntervalMs: deps.pingIntervalMs });
      await streamCompletion(events, { ...form, open, includeUsage });
    } else {
      const reply = await replyOf(events);
      const content = reply.answer + belowAnswer(reply, form);
      const usage = usageFor(form, content);
      res
        .set('Cache-Control', 'no-store')
        .json(completionOf(form.head, { ...form, reply, content, usage }));
    }
  };
}

/** A word of the service's own, of which no text says anything. */
function remarkEvents(answer: string): readonly ChatEvent[] {
  const reply: ChatReply = {
    id: randomUUID(),
    answer,
    answered: false,
    remark: true,
    mode: 'extractive',
    query: answer,
    citations: [],
    nearest: [],
  };
  return [
    { type: 'delta', text: answer },
    { type: 'answer', reply },
  ];
}

/** The status line waits for the first event: what fails before is an ordinary reply. */
async function streamCompletion(
  events: AsyncIterable<ChatEvent> | readonly ChatEvent[],
  form: Form & { readonly open: () => EventStream; readonly includeUsage: boolean },
): Promise<void> {
  let stream: EventStream | undefined;
  const send = (data: unknown): Promise<void> | undefined =>
    stream?.send(undefined, JSON.stringify(data));
  for await (const event of events) {
    if (stream === undefined) {
      stream = form.open();
      await send(chunkOf(form.head, { delta: { role: 'assistant', content: '' } }));
    }
    if (event.type === 'delta') {
      await send(chunkOf(form.head, { delta: { content: event.text } }));
    } else if (event.type === 'answer') {
      for (const data of lastChunks(event.reply, form)) await send(data);
      await stream.send(undefined, '[DONE]');
      stream.end();
      return;
    }
  }
  throw new Error('the events ended without an answer');
}

/** Annotations go all in one: clients keep the last they are given. */
function lastChunks(
  reply: ChatReply,
  form: Form & { readonly includeUsage: boolean },
): Readonly<Record<string, unknown>>[] {
  const { head, address, includeUsage } = form;
  const below = belowAnswer(reply, form);
  const annotations = urlCitations(reply, address);
  const deltas: CompletionDelta[] = [
    ...(below === '' ? [] : [{ content: below }]),
    ...(annotations.length === 0 ? [] : [{ annotations }]),
  ];
  return [
    ...deltas.map((delta) => chunkOf(head, { delta })),
    chunkOf(head, { delta: {}, finishReason: finishReasonOf(reply) }),
    ...(includeUsage ? [usageChunkOf(head, usageFor(form, reply.answer + below))] : []),
  ];
}

function belowAnswer(reply: ChatReply, { sourceList, address, ...asked }: Form): string {
  if (!sourceList) return '';
  return readableSources(reply, {
    question: asked.inquiry.messages.at(-1)?.content ?? '',
    documents: asked.documents.list(),
    addressOf: ({ url }) => address + url,
  });
}

function usageFor({ inquiry }: Form, content: string): TokenUsage {
  return usageOf(inquiry.messages.map((message) => message.content).join('\n'), content);
}

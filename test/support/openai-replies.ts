import { setImmediate } from 'node:timers/promises';
import type { Reply } from './openai-provider.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const STREAM_TYPE = { 'content-type': 'text/event-stream' };

export interface SayOptions {
  /** Deltas of a stream: words unless given. */
  readonly pieces?: 'words' | 'characters';
  /** `stop` unless given; none at all for null. */
  readonly finishReason?: string | null;
  /** Bytes of a stream that are written at a time; all of an event's unless given. */
  readonly bytesAtATime?: number;
  /**
   * What becomes of a stream's connection after the last event: it is ended properly unless given.
   */
  readonly afterwards?: 'open' | 'reset';
}

/** A faithful reply: JSON or an event stream, as the request asks. */
export function says(text: string, options: SayOptions = {}): Reply {
  const { pieces = 'words', finishReason = 'stop', bytesAtATime = Infinity, afterwards } = options;
  return async ({ model, stream }, res) => {
    if (!stream) {
      res.writeHead(200, JSON_TYPE).end(completion(text, { model, finishReason }));
      return;
    }
    res.writeHead(200, STREAM_TYPE);
    const deltas = pieces === 'words' ? text.split(/(?<= )/u) : Array.from(text);
    const events = [
      ...deltas.map((content) => event({ model, delta: { content } })),
      event({ model, delta: {}, finishReason }),
      'data: [DONE]\n\n',
    ];
    for (const bytes of events.map((line) => Buffer.from(line))) {
      for (let at = 0; at < bytes.length && !res.destroyed; at += bytesAtATime) {
        res.write(bytes.subarray(at, Math.min(bytes.length, at + bytesAtATime)));
        // Lets the piece leave by itself.
        if (bytesAtATime !== Infinity) await setImmediate();
      }
    }
    if (afterwards === 'reset') res.write(': bye\n\n', () => res.destroy());
    else if (afterwards === undefined) res.end();
  };
}

/**
 * An error status with the protocol's error object; `message` may be what a careless provider gives
 * away.
 */
export function fails(
  status: number,
  {
    message = 'no',
    headers = {},
  }: { readonly message?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Reply {
  return (_request, res) => {
    res
      .writeHead(status, { ...JSON_TYPE, ...headers })
      .end(JSON.stringify({ error: { message, type: 'error', code: null } }));
  };
}

/** Whatever is given, as the whole body of a reply of status 200. */
export function sends(body: string, contentType = 'application/json'): Reply {
  return (_request, res) => {
    res.writeHead(200, { 'content-type': contentType }).end(body);
  };
}

/** What a sign-in page or a proxy sends in the provider's place. */
export const sendsHtml: Reply = sends(
  '<!doctype html><title>Sign in</title><p>Please sign in to go on.',
  'text/html',
);

export const sendsGarbage: Reply = sends('{"id":"x","choices":[{"mess');

/** Never ends: before a status, after the headers, or after the first half of the text. */
export function hangs(at: 'silent' | 'after-headers' | 'half-way', text = ''): Reply {
  return ({ model, stream }, res) => {
    if (at === 'silent') return;
    res.writeHead(200, stream ? STREAM_TYPE : JSON_TYPE).flushHeaders();
    if (at === 'half-way') res.write(firstHalf(text, { model, stream }));
  };
}

/** Breaks the connection without a word. */
export const resets: Reply = (_request, res) => {
  res.destroy();
};

/** Begins a stream well and then says that something went wrong, as the protocol has it. */
export function failsWithin(text: string, message = 'no'): Reply {
  return ({ model }, res) => {
    res
      .writeHead(200, STREAM_TYPE)
      .end(
        event({ model, delta: { content: text } }) +
          `data: ${JSON.stringify({ error: { message, type: 'error' } })}\n\n`,
      );
  };
}

/** Begins a stream well and goes on with what is no JSON. */
export function garblesAfter(text: string, garbage = '{"choices":[{"del'): Reply {
  return ({ model }, res) => {
    res
      .writeHead(200, STREAM_TYPE)
      .end(`${event({ model, delta: { content: text } })}data: ${garbage}\n\ndata: [DONE]\n\n`);
  };
}

/** Breaks the connection after the first half of the text. */
export function breaksOff(text: string): Reply {
  return ({ model, stream }, res) => {
    res.writeHead(200, stream ? STREAM_TYPE : JSON_TYPE);
    res.write(firstHalf(text, { model, stream }), () => res.destroy());
  };
}

/**
 * Ends a stream properly, but after the first half of the text, without finish reason and last
 * event.
 */
export function truncates(text: string): Reply {
  return ({ model, stream }, res) => {
    res.writeHead(200, stream ? STREAM_TYPE : JSON_TYPE).end(firstHalf(text, { model, stream }));
  };
}

function firstHalf(
  text: string,
  { model, stream }: { readonly model: string; readonly stream: boolean },
): string {
  if (stream) return event({ model, delta: { content: text.slice(0, text.length / 2) } });
  const whole = completion(text, { model, finishReason: 'stop' });
  return whole.slice(0, whole.length / 2);
}

function completion(
  content: string,
  { model, finishReason }: { readonly model: string; readonly finishReason: string | null },
): string {
  const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: finishReason };
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [choice],
  });
}

function event({
  model,
  delta,
  finishReason = null,
}: {
  readonly model: string;
  readonly delta: object;
  readonly finishReason?: string | null;
}): string {
  const choice = { index: 0, delta, finish_reason: finishReason };
  const id = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1 };
  return `data: ${JSON.stringify({ ...id, model, choices: [choice] })}\n\n`;
}

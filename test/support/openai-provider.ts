import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const completionRequest = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })).min(1),
});

export interface ProviderRequest {
  readonly headers: IncomingHttpHeaders;
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** What all messages say together. */
  readonly prompt: string;
  /**
   * Resolves when the connection has closed: true where the client left before the reply was whole.
   */
  readonly left: Promise<boolean>;
}

/** How one request is answered; `openai-replies.ts` has some. */
export type Reply = (request: ProviderRequest, response: ServerResponse) => void | Promise<void>;

/** Decides how a request is answered; `index` counts requests from 0. */
export type Script = (request: ProviderRequest, index: number) => Reply | Promise<Reply>;

export interface OpenAiProvider {
  /** What CHAT_BASE_URL is set to. */
  readonly baseUrl: string;
  /** Requests so far, in the order of their arrival. */
  readonly requests: readonly ProviderRequest[];
  /** Requests that were no chat completions; empty where the client speaks the protocol. */
  readonly misunderstood: readonly string[];
  /** Most requests that were open at one time. */
  readonly mostAtOnce: () => number;
  /** Resolves once so many requests have arrived. */
  readonly asked: (count: number) => Promise<void>;
}

/**
 * A provider on the loopback that speaks the OpenAI chat completions protocol and does as it is
 * told.
 */
export async function anOpenAiProvider(script: Script): Promise<OpenAiProvider> {
  const requests: ProviderRequest[] = [];
  const misunderstood: string[] = [];
  const waiting = new Set<() => void>();
  const open = { now: 0, most: 0 };
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = await readRequest(req, res);
    if (request === undefined) {
      misunderstood.push(`${req.method ?? ''} ${req.url ?? ''}`);
      res
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"error":{"message":"no such thing here"}}');
      return;
    }
    requests.push(request);
    for (const check of waiting) check();
    const reply = await script(request, requests.length - 1);
    await reply(request, res);
  };
  const server = createServer((req, res) => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    res.once('close', () => {
      open.now -= 1;
    });
    answer(req, res).catch((error: unknown) => res.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const asked = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (requests.length < count) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return { baseUrl, requests, misunderstood, mostAtOnce: () => open.most, asked };
}

async function readRequest(
  req: IncomingMessage,
  res: ServerResponse,
): Promise<ProviderRequest | undefined> {
  const left = new Promise<boolean>((resolve) => {
    res.once('close', () => {
      resolve(!res.writableFinished);
    });
  });
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  if (req.method !== 'POST' || req.url !== '/v1/chat/completions') return undefined;
  const parsed = completionRequest.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
  if (!parsed.success) return undefined;
  const { model, stream, messages } = parsed.data;
  return {
    headers: req.headers,
    model,
    stream,
    messages,
    prompt: messages.map(({ content }) => content).join('\n\n'),
    left,
  };
}

import { expect } from 'vitest';
import type { ChatReply } from '../../src/protocol.js';
import { anAskedServer, KEY, type AskedServerOptions, type Library } from './asked-server.js';
import type { Reply } from './openai-provider.js';
import { expectPromises } from './promises.js';
import { post } from './running-app.js';

export interface PlayedReply extends Omit<AskedServerOptions, 'script'> {
  readonly reply: Reply;
  /** What the provider does from the second request on; the same unless given. */
  readonly then?: Reply;
  readonly question: string;
  /** What no visitor may read. */
  readonly never?: readonly string[];
}

export interface Played {
  readonly reply: ChatReply;
  readonly reasons: readonly string[];
  readonly requests: number;
}

/**
 * The reply of the whole app by event stream, whose JSON form is the same; both keep the promises, and
 * tell nothing of the provider.
 */
export async function playReply(
  library: Library,
  { reply, then = reply, question, never = [], ...options }: PlayedReply,
): Promise<Played> {
  const { app, provider, failures } = await anAskedServer(library, {
    ...options,
    script: (_request, index) => (index === 0 ? reply : then),
  });
  const secret = [...never, KEY, new URL(provider.baseUrl).host];
  const stream = await (await post(`${app.url}/api/chat`, { question, stream: true })).text();
  expect(app.incidents).toEqual([]);
  const streamed = expectPromises({ stream, texts: library.texts, never: secret });
  const requests = provider.requests.length;
  const reasons = failures.map(({ reason }) => reason);
  const again = await anAskedServer(library, {
    ...options,
    script: (_request, index) => (index === 0 ? reply : then),
  });
  const response = await post(`${again.app.url}/api/chat`, { question });
  expect({ ...((await response.json()) as ChatReply), id: '' }).toEqual({ ...streamed, id: '' });
  expect(provider.misunderstood).toEqual([]);
  expect(app.incidents).toEqual([]);
  return { reply: streamed, reasons, requests };
}

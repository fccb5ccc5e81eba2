import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeldRequest {
  /** All that the model is told. */
  readonly prompt: string;
  readonly answer: (text: string) => void;
  /** When the connection closed, on the clock of `performance`. */
  readonly closed: Promise<number>;
}

export interface HeldProvider {
  /** Of a server that asks this model. */
  readonly env: Readonly<Record<string, string>>;
  /** The next request that arrives. */
  readonly next: () => Promise<HeldRequest>;
  readonly stop: () => void;
}

/** A chat model that answers when it is told to, or at once where it is told how. */
export async function startHeldProvider(say?: (prompt: string) => string): Promise<HeldProvider> {
  const arrived: HeldRequest[] = [];
  const waiting: ((request: HeldRequest) => void)[] = [];
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const closed = once(res, 'close').then(() => performance.now());
    let body = '';
    for await (const chunk of req.setEncoding('utf8')) body += chunk as string;
    const { messages } = JSON.parse(body) as { messages: readonly { content: string }[] };
    const prompt = messages.map(({ content }) => content).join('\n\n');
    const held: HeldRequest = {
      prompt,
      closed,
      answer: (text) => {
        stream(res, text);
      },
    };
    if (say !== undefined) held.answer(say(prompt));
    else (waiting.shift() ?? ((one) => arrived.push(one)))(held);
  };
  const server = createServer((req, res) => {
    take(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      CHAT_MODEL: 'held',
      CHAT_BASE_URL: `http://127.0.0.1:${port}/v1`,
      CHAT_API_KEY: 'none',
    },
    next: () =>
      new Promise((resolve) => {
        const first = arrived.shift();
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function stream(res: ServerResponse, text: string): void {
  if (res.destroyed) return;
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  const chunk = (delta: object, reason: string | null): string =>
    `data: ${JSON.stringify({
      id: 'held',
      object: 'chat.completion.chunk',
      created: 0,
      model: 'held',
      choices: [{ index: 0, delta, finish_reason: reason }],
    })}\n\n`;
  res.end(
    `${chunk({ role: 'assistant', content: text }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`,
  );
}

// A server that speaks the OpenAI chat completions protocol, on the loopback, for measurements.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two words: 100 a second, faster than most models, so that its own pauses hide little. */
const WORD_MS = 10;

export interface ChatProvider {
  readonly baseUrl: string;
  /**
   * When the last request's first sentence had been written, its marker included; NaN before. On
   * the clock of `performance`.
   */
  readonly firstSentenceAt: () => number;
  /** Resolves with the time when the connection of the request in flight closes. */
  readonly left: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Streams what `say` makes of each prompt, word by word. */
export async function startChatProvider(
  say: (prompt: string) => readonly string[],
): Promise<ChatProvider> {
  let firstSentenceAt = NaN;
  let left = Promise.resolve(NaN);
  const stream = async (sentences: readonly string[], res: ServerResponse): Promise<void> => {
    firstSentenceAt = NaN;
    left = new Promise((resolve) =>
      res.once('close', () => {
        resolve(performance.now());
      }),
    );
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [place, sentence] of sentences.entries()) {
      for (const word of sentence.split(/(?<= )/u)) {
        if (res.destroyed) return;
        res.write(event({ content: word }, null));
        await pause(WORD_MS);
      }
      if (place === 0) firstSentenceAt = performance.now() - WORD_MS;
    }
    res.end(`${event({}, 'stop')}data: [DONE]\n\n`);
  };
  const server = createServer((req, res) => {
    let body = '';
    req
      .setEncoding('utf8')
      .on('data', (text: string) => {
        body += text;
      })
      .on('end', () => {
        const { messages } = JSON.parse(body) as { messages: readonly { content: string }[] };
        void stream(say(messages.map(({ content }) => content).join('\n')), res);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    firstSentenceAt: () => firstSentenceAt,
    left: () => left,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function event(delta: object, finishReason: string | null): string {
  const chunk = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'bench',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

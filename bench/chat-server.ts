import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { untilIdle } from './scrape.js';
import { startServer, type ServerProcess } from './server-process.js';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

const BUILT: readonly string[] = [join(PROJECT, 'dist/bin/declaration-chat.js')];

/**
 * A server over the texts that ship and an index of its own: the program that was built, unless
 * another is given.
 */
export async function startChatServer(
  program = BUILT,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const index = await mkdtemp(join(tmpdir(), 'declaration-chat-bench-'));
  const folders = ['--corpus', join(PROJECT, 'corpus'), '--index', index];
  const server = await startServer([...program, 'serve', ...folders], { PORT: '0', ...env });
  await untilIdle(server.url);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(index, { recursive: true, force: true });
    },
  };
}

/** A server that only parses JSON and sends it back. */
export function startEchoServer(): Promise<ServerProcess> {
  const script = fileURLToPath(new URL('echo-server.ts', import.meta.url));
  return startServer(['--import', 'tsx', script]);
}

/** The judged questions that ship, answerable and not, as they are sent. */
export async function questionBodies(): Promise<string[]> {
  const lines = await readFile(join(PROJECT, 'test/judged/questions.jsonl'), 'utf8');
  const questions = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { question: string; history?: readonly object[] });
  return questions.map(({ question, history = [] }) =>
    JSON.stringify({ messages: [...history, { role: 'user', content: question }] }),
  );
}

import type { ChatBackend } from '../server/dependencies.js';

/** What is said once questions are answered, with a line to try it by. */
export async function readyMessage(url: string, { suggest }: ChatBackend): Promise<string> {
  // It goes into single quotes on a command line.
  const suggested = (await suggest?.()) ?? [];
  const question =
    suggested.find((example) => !/['"\\\p{Cc}]/u.test(example)) ?? 'What is this about?';
  const request = `-H 'content-type: application/json' -d '{"question":"${question}"}'`;
  return `Ready: ${url}\n\nTry:\n  curl -s ${url}/api/chat ${request}\n`;
}

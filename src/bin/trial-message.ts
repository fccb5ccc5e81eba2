import type { ChatBackend } from '../server/dependencies.js';

/** A line to try a server by, with a question that is answered. */
export async function trialMessage(url: string, { suggest }: ChatBackend): Promise<string> {
  const suggested = await suggestedBy(suggest);
  // It goes into single quotes on a command line.
  const question =
    suggested.find((example) => !/['"\\\p{Cc}]/u.test(example)) ?? 'What is this about?';
  const request = `-H 'content-type: application/json' -d '{"question":"${question}"}'`;
  return `\nTry:\n  curl -s ${url}/api/chat ${request}\n`;
}

/** None where they cannot be told now: the server is there all the same. */
async function suggestedBy(suggest: ChatBackend['suggest']): Promise<readonly string[]> {
  try {
    return (await suggest?.()) ?? [];
  } catch {
    return [];
  }
}

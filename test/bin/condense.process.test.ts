import { expect, test } from 'vitest';
import type { ChatReply } from '../../src/protocol.js';
import { anOpenAiProvider, type OpenAiProvider, type Reply } from '../support/openai-provider.js';
import { fails, says } from '../support/openai-replies.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { startCommand } from '../support/run-command.js';

const KEY = 'sk-very-secret-4711';
const MESSAGES = [
  { role: 'user', content: 'Who must agree before dams are built?' },
  { role: 'assistant', content: 'Those who live downstream [1].' },
  { role: 'user', content: 'And what about fishing there?' },
];

interface Served {
  readonly provider: OpenAiProvider;
  readonly body: string;
  readonly reply: ChatReply;
  readonly stderr: string;
}

/**
 * The reply to the conversation, which is then searched for once more, by a server whose chat model
 * answers in one way.
 */
async function served(reply: Reply): Promise<Served> {
  const provider = await anOpenAiProvider(() => reply);
  const command = startCommand(['serve'], {
    cwd: await aWorkplace(),
    env: { PORT: '0', CHAT_MODEL: 'small', CHAT_BASE_URL: provider.baseUrl, CHAT_API_KEY: KEY },
  });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: MESSAGES }),
  };
  const response = await fetch(`${url}/api/chat`, post);
  await fetch(`${url}/api/search`, post);
  expect(response.status).toBe(200);
  const body = await response.text();
  command.child.kill('SIGTERM');
  const { stdout, stderr } = await command.finished;
  expect(body + stdout + stderr).not.toContain(KEY);
  return { provider, body, reply: JSON.parse(body) as ChatReply, stderr };
}

/** The requests that ask for a standalone question; an answer is asked for too. */
function condensing({ requests }: OpenAiProvider): number {
  return requests.filter(({ prompt }) =>
    prompt.startsWith(
      "A visitor talks with a search service about official texts. Rewrite the visitor's last question",
    ),
  ).length;
}

test('a follow-up is searched for as the chat model makes it standalone', async () => {
  const { provider, reply, stderr } = await served(
    says('Who may fish on the banks where dams are built?'),
  );
  expect(reply.query).toBe('Who may fish on the banks where dams are built?');
  expect(condensing(provider)).toBe(2);
  expect(stderr).not.toContain('follow-up');
});

test('while the chat model fails, the rules stand in, and only whoever runs the server hears why, once', async () => {
  const { provider, body, reply, stderr } = await served(
    fails(401, { message: `wrong key ${KEY}` }),
  );
  expect(reply.query).toBe('Who must agree before dams are built? And what about fishing there?');
  expect(condensing(provider)).toBe(2);
  expect(
    stderr.match(/A follow-up went by the rules alone\. .+HTTP 401.+CHAT_API_KEY\.\n/gu),
  ).toHaveLength(1);
  expect(body.replace(reply.id, '')).not.toMatch(/401|key|127\.0\.0\.1/iu);
});

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

/** The requests that ask for a standalone question; an answer is asked for too. */
function condensing({ requests }: OpenAiProvider): number {
  return requests.filter(({ prompt }) =>
    prompt.startsWith(
      "A visitor talks with a search service about official texts. Rewrite the visitor's last question",
    ),
  ).length;
}

test('a follow-up is searched for as the chat model puts it, or while that fails by the rules', async () => {
  let now: Reply = says('Who may fish on the banks where dams are built?');
  const provider = await anOpenAiProvider(() => now);
  const command = startCommand(['serve'], {
    cwd: await aWorkplace(),
    env: { PORT: '0', CHAT_MODEL: 'small', CHAT_BASE_URL: provider.baseUrl, CHAT_API_KEY: KEY },
  });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  /** The body of the reply to the conversation, which is then searched for once more. */
  const converse = async (): Promise<string> => {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: MESSAGES }),
    };
    const response = await fetch(`${url}/api/chat`, post);
    await fetch(`${url}/api/search`, post);
    expect(response.status).toBe(200);
    const body = await response.text();
    expect(body).not.toContain(KEY);
    return body;
  };

  const standalone = JSON.parse(await converse()) as ChatReply;
  expect(standalone.query).toBe('Who may fish on the banks where dams are built?');
  expect(condensing(provider)).toBe(2);

  now = fails(401, { message: `wrong key ${KEY}` });
  const body = await converse();
  const { id, query } = JSON.parse(body) as ChatReply;
  expect(query).toBe('Who must agree before dams are built? And what about fishing there?');
  expect(condensing(provider)).toBe(4);
  expect(body.replace(id, '')).not.toMatch(/401|key|127\.0\.0\.1/iu);

  command.child.kill('SIGTERM');
  const { stdout, stderr } = await command.finished;
  expect(stdout + stderr).not.toContain(KEY);
  expect(stderr.match(/follow-up/gu)).toHaveLength(1);
  expect(stderr).toMatch(/A follow-up went by the rules alone\. .+HTTP 401.+CHAT_API_KEY\.\n/u);
});

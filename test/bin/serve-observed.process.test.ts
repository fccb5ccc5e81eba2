import { expect, test } from 'vitest';
import { answeredBy, faithful } from '../support/openai-models.js';
import { anOpenAiProvider, type Reply } from '../support/openai-provider.js';
import { fails, says } from '../support/openai-replies.js';
import { aWorkplace, RIVERS } from '../support/corpus-folder.js';
import { startCommand } from '../support/run-command.js';

const KEY = 'sk-very-secret-4711';

test('a server tells what it serves, how its chat model replies, and how long each stage takes', async () => {
  let reply: Reply = answeredBy(faithful, says);
  const provider = await anOpenAiProvider(() => reply);
  const cwd = await aWorkplace({ 'rivers-1999.txt': RIVERS, 'broken.pdf': 'no pdf' });
  const env = {
    PORT: '0',
    CHAT_MODEL: 'small',
    CHAT_BASE_URL: provider.baseUrl,
    CHAT_API_KEY: KEY,
  };
  const command = startCommand(['serve'], { cwd, env });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  const get = async (path: string): Promise<string> => (await fetch(url + path)).text();
  const ask = (question = 'What must rivers be protected from?'): Promise<unknown> =>
    fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question }),
    }).then((asked) => asked.json());

  const before = JSON.parse(await get('/readyz')) as { readonly generation: string };
  expect(before).toEqual({
    status: 'ready',
    generation: expect.any(String) as string,
    builtAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    documents: 1,
    paragraphs: expect.any(Number) as number,
    leftOut: 1,
    models: { embedding: 'small-encoder', reader: 'declaration-reader', chat: 'small' },
  });
  await ask();
  expect(JSON.parse(await get('/readyz'))).toMatchObject({ chatModel: { reply: 'ok' } });
  reply = fails(401);
  await ask();
  const ready = await get('/readyz');
  expect(JSON.parse(ready)).toMatchObject({ chatModel: { reply: 'key-refused' } });
  for (const secret of [KEY, cwd, new URL(provider.baseUrl).host, 'broken']) {
    expect(ready).not.toContain(secret);
  }

  // Of what is sure nothing is compared by tokens.
  await ask('How deep may a river be?');
  const page = await get('/metrics');
  const stages = [...page.matchAll(/stage_duration_seconds_count\{stage="(\w+)"\} [1-9]/g)].map(
    ([, stage]) => stage,
  );
  expect(stages.sort()).toEqual(
    [
      'answer',
      'choose',
      'embed',
      'match',
      'plan',
      'provider',
      'read',
      'search',
      'verify',
      'wait',
    ].sort(),
  );
  expect(page).toMatch(/chat_model_tokens_total\{kind="input"\} [1-9]/);
  expect(page).toMatch(/generation_built_timestamp_seconds 1\.?\d*e?\+?\d+/);

  const reload = await fetch(`${url}/admin/reload`, { method: 'POST' });
  expect(reload.status).toBe(500);
  expect(JSON.parse(await get('/readyz'))).toMatchObject({
    generation: before.generation,
    leftOut: 1,
  });
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClient } from '../../../src/client/client.js';
import { aWorkplace } from '../../support/corpus-folder.js';
import { SHIPPED_MODEL_ENV } from '../../support/models.js';
import { answeredBy, faithful } from '../../support/openai-models.js';
import { anOpenAiProvider, type Reply } from '../../support/openai-provider.js';
import { fails, says } from '../../support/openai-replies.js';
import { startCommand } from '../../support/run-command.js';
import { faults, told } from '../../support/told.js';

const RIVERS = 'What must rivers be protected from?';

test('what a real server replies is as told, and holds nothing else', async () => {
  let reply: Reply = answeredBy(faithful, says);
  const provider = await anOpenAiProvider(() => reply);
  const cwd = await aWorkplace();
  const [, url = ''] = await startCommand(['serve'], {
    cwd,
    env: {
      ...SHIPPED_MODEL_ENV,
      PORT: '0',
      CHAT_MODEL: 'small',
      CHAT_BASE_URL: provider.baseUrl,
      CHAT_API_KEY: 'sk-any',
      FEEDBACK_FILE: join(cwd, 'feedback.jsonl'),
    },
  }).says(/^Ready: (\S+)$/m);
  const client = createClient({ server: url });
  const document = await told(url);
  const wrong = (name: string, value: unknown): unknown =>
    faults(document, { $ref: `#/components/schemas/${name}` }, value);
  const seen = new Set<string>();
  const ask = async (question: string): Promise<void> => {
    const answer = await client.ask(question);
    expect([question, wrong('ChatReply', answer)]).toEqual([question, []]);
    for (const field of Object.keys(answer)) seen.add(field);
    for (const field of answer.citations.flatMap((cited) => Object.keys(cited))) seen.add(field);
  };

  for (const question of [RIVERS, 'Hello', 'Wovor müssen Flüsse geschützt werden?']) {
    await ask(question);
  }
  reply = fails(500);
  for (const question of [RIVERS, 'How are rivers and lakes kept clean?', 'Who won the cup?']) {
    await ask(question);
  }
  // Else little was looked at.
  const optional = ['deciding', 'fallback', 'feedback', 'nearest', 'remark', 'sides', 'usage'];
  expect([...seen]).toEqual(expect.arrayContaining(optional));
  expect(wrong('SearchReply', await client.search(RIVERS))).toEqual([]);
  expect(wrong('DocumentList', await client.documents())).toEqual([]);
  expect(wrong('DocumentDetail', await client.document('rivers-1999'))).toEqual([]);
  expect(wrong('SuggestionList', await client.suggestions())).toEqual([]);
  const { schema = {} } =
    document.paths['/readyz']?.['get']?.responses['200']?.content?.['application/json'] ?? {};
  const ready: unknown = await (await fetch(`${url}/readyz`)).json();
  expect(ready).toHaveProperty('chatModel');
  expect(faults(document, schema, ready)).toEqual([]);
});

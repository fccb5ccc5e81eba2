import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeBackend } from '../../support/fake-backend.js';
import { start } from '../../support/run-command.js';
import { runApp } from '../../support/running-app.js';

/** Names the interpreter of an environment that has the package, where the usual one has not. */
const PYTHON = process.env['PYTHON'] ?? 'python3';
const hasClient = spawnSync(PYTHON, ['-c', 'import openai']).status === 0;
if (!hasClient) console.warn(`Skipped: ${PYTHON} has no package "openai" (pip install openai).`);

const PROGRAM = `
import json, sys
from openai import OpenAI, BadRequestError
client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="anything", max_retries=0)
asked = [{"role": "user", "content": "Who decides on dams?"}]
reply = client.chat.completions.create(model="declaration-chat", messages=asked)
message = reply.choices[0].message
cited = [message.content[a.url_citation.start_index:a.url_citation.end_index]
         + " " + a.url_citation.url for a in message.annotations]
streamed = "".join(
    chunk.choices[0].delta.content or ""
    for chunk in client.chat.completions.create(model="m", messages=asked, stream=True)
    if chunk.choices)
try:
    client.chat.completions.create(model="m", messages=[])
    refused = None
except BadRequestError as error:
    refused = error.code
print(json.dumps({"content": message.content, "cited": cited, "streamed": streamed,
                  "models": [model.id for model in client.models.list()], "refused": refused}))
`;

test.runIf(hasClient)('the example of the documentation runs', async () => {
  const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
  const example = /```python\n([\s\S]*?)```/u.exec(page)?.[1] ?? '';
  const { url } = await runApp(fakeBackend());
  const program = example.replace('http://127.0.0.1:3000', url);
  const { stdout, stderr } = await start(PYTHON, ['-c', program], { cwd: process.cwd() }).finished;
  expect(stdout, stderr).toContain(`Declaration on Rivers, 2 ${url}/documents/rivers-1999#p2`);
});

test.runIf(hasClient)('Python’s openai gets the same answer', async () => {
  const { url } = await runApp(fakeBackend());
  const program = start(PYTHON, ['-c', PROGRAM, url], { cwd: process.cwd() });
  const { code, stdout, stderr } = await program.finished;
  expect(code, stderr).toBe(0);
  const seen = JSON.parse(stdout) as Record<string, unknown>;
  expect(seen).toMatchObject({
    content: expect.stringMatching(/^Dams are built\u2028by consent\. \[1\]\n\n---/u) as string,
    cited: [`[1] ${url}/documents/rivers-1999#p2`],
    streamed: seen['content'],
    models: ['declaration-chat'],
    refused: 'invalid-request',
  });
});

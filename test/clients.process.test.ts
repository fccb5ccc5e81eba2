import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import OpenAI from 'openai';
import { expect, onTestFinished, test } from 'vitest';
import { TransformersEncoder } from '../src/adapters/encoder/transformers-encoder.js';
import { createClient } from '../src/client/client.js';
import { createDeclarationChain } from '../src/package/app-entry.js';
import type { ChatReply } from '../src/protocol.js';
import { withoutSources } from '../src/server/readable-sources.js';
import { aWorkplace } from './support/corpus-folder.js';
import { SMALL_MODEL_ENV, SMALL_MODELS } from './support/models.js';
import { COMMAND, start, startCommand } from './support/run-command.js';

const QUESTION = 'Where is the secretariat of the lake commission?';
const BODY = JSON.stringify({ question: QUESTION });
const JSON_TYPE = 'content-type: application/json';
const PYTHON = process.env['PYTHON'] ?? 'python3';
const PYTHON_PROGRAM = `
import json, sys
from openai import OpenAI
client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="anything")
asked = [{"role": "user", "content": sys.argv[2]}]
print(client.chat.completions.create(model="declaration-chat", messages=asked).to_json())
`;

/** What all clients are told, whatever their protocol: the answer, and where each marker leads. */
interface Told {
  readonly answer: string;
  readonly places: readonly string[];
}

function toldBy({ answer, citations }: Pick<ChatReply, 'answer' | 'citations'>): Told {
  const markers = [...answer.matchAll(/\[(\d+)\]/gu)].map(([, number]) => Number(number));
  const urls = markers.map((number) => citations.find((cited) => cited.number === number)?.url);
  return { answer, places: urls.map((url) => placeOf(url ?? '')) };
}

function toldByCompletion({ choices }: OpenAI.ChatCompletion): Told {
  const { content, annotations = [] } = choices[0]?.message ?? {};
  return {
    answer: withoutSources(content ?? ''),
    places: annotations.map(({ url_citation: { url } }) => placeOf(url)),
  };
}

/** `dushanbe-2021 7`, of an address on a server or of a resource. */
function placeOf(url: string): string {
  const [, id = '', label = ''] = /documents\/([^/#]+)(?:#p|\/paragraphs\/)(.+)$/u.exec(url) ?? [];
  return `${id} ${label}`;
}

async function askByMcp(
  transport: StreamableHTTPClientTransport | StdioClientTransport,
): Promise<Told> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  const { structuredContent } = await client.callTool({
    name: 'ask',
    arguments: { question: QUESTION },
  });
  return toldBy(structuredContent as ChatReply);
}

async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await start(program, args, { cwd: tmpdir() }).finished;
  expect(code, stderr).toBe(0);
  return stdout;
}

test('every client gets the same cited answer', { timeout: 180_000 }, async () => {
  const cwd = await aWorkplace();
  const env = { PORT: '0', ...SMALL_MODEL_ENV };
  const [, url = ''] = await startCommand(['serve'], { cwd, env }).says(/^Ready: (\S+)$/m);
  const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'anything' });
  const asked = {
    model: 'declaration-chat',
    messages: [{ role: 'user', content: QUESTION }],
  } as const;
  const chain = await createDeclarationChain({
    corpus: join(cwd, 'corpus'),
    index: join(cwd, 'index'),
    embeddings: await TransformersEncoder.load({
      model: SMALL_MODEL_ENV.EMBEDDING_MODEL,
      modelsDirectory: SMALL_MODELS,
    }),
  });
  const curl = ['-s', '-H', JSON_TYPE, '-d', BODY, `${url}/api/chat`];
  const plain = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: BODY,
  });

  const expected = toldBy((await plain.json()) as ChatReply);
  expect(expected.answer).toContain('Geneva');
  expect(expected.places[0]).toBe('lakes-2001 2');
  const told: Record<string, Told> = {
    curl: toldBy(JSON.parse(await outputOf('curl', curl)) as ChatReply),
    'the typed client': toldBy(await createClient({ server: url }).ask(QUESTION)),
    'a LangChain chain': toldBy(await chain.invoke(QUESTION)),
    'openai, whole': toldByCompletion(
      await openai.chat.completions.create({ ...asked, messages: [...asked.messages] }),
    ),
    'openai, streamed': toldByCompletion(
      await openai.chat.completions
        .stream({ ...asked, messages: [...asked.messages] })
        .finalChatCompletion(),
    ),
    'MCP over HTTP': await askByMcp(new StreamableHTTPClientTransport(new URL(`${url}/mcp`))),
    'MCP over standard input': await askByMcp(
      new StdioClientTransport({ command: process.execPath, args: [COMMAND, 'mcp'], cwd, env }),
    ),
  };
  if (spawnSync(PYTHON, ['-c', 'import openai']).status === 0) {
    const completion = await outputOf(PYTHON, ['-c', PYTHON_PROGRAM, url, QUESTION]);
    told['openai of Python'] = toldByCompletion(JSON.parse(completion) as OpenAI.ChatCompletion);
  } else {
    console.warn(`Without Python's client: ${PYTHON} has no package "openai".`);
  }
  for (const [client, words] of Object.entries(told)) {
    expect([client, words]).toEqual([client, expected]);
  }
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Parser } from 'htmlparser2';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCommands } from '../../src/bin/commands.js';
import { EventStreamParser } from '../../src/client/event-stream-parser.js';
import { CORPUS_DIR } from '../../src/composition/shipped-files.js';
import { ATTRIBUTES } from '../../src/widget/settings.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { beginning, fencedBlocks, type FencedBlock } from '../support/fenced-blocks.js';
import { SHIPPED_MODEL_ENV } from '../support/models.js';
import { COMMAND, runCommand, start, startCommand } from '../support/run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Made by running it: test/docs/session.docs.test.ts does so again. */
const RECORDED = 'five-minutes.md';
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md') && name !== RECORDED)
    .map((name) => `docs/${name}`),
];
const BLOCKS = PAGES.flatMap(fencedBlocks);
/** What the pages call the server. */
const ADDRESS = 'http://127.0.0.1:3000';
const PYTHON = process.env['PYTHON'] ?? 'python3';
/** With examples that are started, compiled or opened in a browser as they stand in their files. */
const EXAMPLES = ['examples', 'examples/sites'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:ts|jsx|html|php)$/u.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim()),
);

/** Executed here, or by another test, whose file holds these words. */
type Held = ((block: FencedBlock) => Promise<void> | void) | readonly [file: string, words: string];
/** Asks a server, whose address is given. */
type Asked = (block: FencedBlock, url: string) => Promise<void>;

const HELD: Readonly<Record<string, Held>> = {
  'README.md sh: npm install && npm start': ['.ci/smoke', 'npm start'],
  'README.md sh: npm install && npm test': ['.ci/run', 'test:quality test'],
  'README.md sh: npm run --silent ask -- "Which city hosts the SCO Secretaria': asksOnce,
  'README.md sh: npm run ingest -- --dry-run': showsParagraphs,
  'README.md sh: npm run ingest -- --expand': ['test/bin/expand.process.test.ts', "'--expand'"],
  'README.md sh: npx declaration-chat            # serves corpus/ here, or el': servesEach,
  "README.md sh: export DATABASE_URL='postgres://ingest:…@db.example.org/text": [
    'test/bin/shared-index.process.test.ts',
    'DATABASE_URL',
  ],
  'README.md yaml: title: Rio Declaration on Environment and Development': describesAText,
  'README.md yaml: "1.2": # the paragraph\'s label, as in GET /api/documents/{id':
    leadsToAParagraph,
  'README.md html: <script src="https://chat.example.org/widget.js" async></scr': isTheLine,
  'docs/editors.md html: <script src="https://chat.example.org/widget.js" async></scr': isTheLine,
  [`README.md html: ${elementOf('README.md')}`]: hasKnownAttributes,
  [`docs/editors.md html: ${elementOf('docs/editors.md')}`]: hasKnownAttributes,
  'CONTRIBUTING.md sh: npm test -- retriever follow-up                # files with ':
    namesWhatIsThere,
  'docs/api.md json: { "mcpServers": { "declarations": { "command": "npx", "args"': startsAServer,
  'docs/operators.md sh: NODE_OPTIONS="--import @opentelemetry/auto-instrumentations-': [
    'test/bin/serve-traced.process.test.ts',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ],
  'docs/operators.md sql: CREATE EXTENSION vector;': [
    'test/adapters/postgres/roles.database.test.ts',
    'What docs/operators.md has the database',
  ],
};

const ASKED: Readonly<Record<string, Asked>> = {
  [`README.md sh: ${curlOf('README.md')}`]: isAnswered,
  [`docs/api.md sh: ${curlOf('docs/api.md')}`]: isAnswered,
  'docs/api.md json: { "messages": [': isAnswered,
  'docs/api.md : event: passages': isTheStream,
  'docs/api.md python: from openai import OpenAI': asksByPython,
  'README.md jsonc: {': isTheReply,
};

function lineOf(page: string, start: string): string {
  const block = BLOCKS.find((each) => each.page === page && each.code.startsWith(start));
  return beginning(block?.code.split('\n')[0] ?? '');
}
function elementOf(page: string): string {
  return lineOf(page, '<declaration-chat');
}
function curlOf(page: string): string {
  return lineOf(page, 'curl');
}

test('every example of the pages is held by a test', () => {
  const strays = BLOCKS.filter(
    ({ name, code }) =>
      ![HELD, ASKED].some((table) => name in table) && !EXAMPLES.includes(code.trim()),
  );
  expect(strays.map(({ name }) => name)).toEqual([]);
  const known = new Set(BLOCKS.map(({ name }) => name));
  const told = [...Object.keys(HELD), ...Object.keys(ASKED)];
  expect(told.filter((name) => !known.has(name))).toEqual([]);
});

describe('is held:', () => {
  test.each(BLOCKS.filter(({ name }) => name in HELD))('$name', async (block) => {
    const held = HELD[block.name];
    if (typeof held === 'function') await held(block);
    else if (held !== undefined) expect(readFileSync(held[0], 'utf8')).toContain(held[1]);
  });
});

test('what is asked of a server is answered by one', { timeout: 180_000 }, async () => {
  const cwd = await temporaryFolder();
  const env = { ...SHIPPED_MODEL_ENV, CORPUS_DIR, PORT: '0' };
  const [, url = ''] = await startCommand(['serve'], { cwd, env }).says(/^Ready: (\S+)$/mu);
  for (const block of BLOCKS) await ASKED[block.name]?.(block, url);
});

test('every script and every command that the pages name is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const commands = createCommands().commands.map((command) => command.name());
  for (const page of PAGES) {
    const text = readFileSync(page, 'utf8');
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/gu)) {
      expect([page, Object.keys(scripts)]).toEqual([page, expect.arrayContaining([script])]);
    }
    for (const [, command = ''] of text.matchAll(/declaration-chat ([a-z]+)\b(?=[ `])/gu)) {
      if (/^(?:read|texts)$/u.test(command)) continue;
      expect([page, commands]).toEqual([page, expect.arrayContaining([command])]);
    }
  }
});

async function asksOnce({ code }: FencedBlock): Promise<void> {
  const [, question = ''] = /-- "(.+)"$/u.exec(code) ?? [];
  const { stdout } = await runCommand(['ask', question], {
    cwd: await temporaryFolder(),
    env: { ...SHIPPED_MODEL_ENV, CORPUS_DIR },
  });
  expect(stdout).toMatch(/Beijing[^]*\[1\]/u);
}

async function showsParagraphs({ code }: FencedBlock): Promise<void> {
  const args = code.split(' -- ')[1] ?? '';
  const { code: status, stdout } = await runCommand(['ingest', args], { cwd: await aWorkplace() });
  expect(status).toBe(0);
  expect(stdout).toContain('Dams shall be built only with the consent');
}

async function servesEach({ code }: FencedBlock): Promise<void> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'texts'));
  await writeFile(join(cwd, 'texts', 'rule.txt'), 'A rule\n\n1. Every line is run.\n');
  for (const line of code.split('\n')) {
    const [, named] = /^npx declaration-chat ?(\w*) +#/u.exec(line) ?? [];
    expect([line, named]).toEqual([line, expect.any(String)]);
    const server = startCommand(named ? [named] : [], {
      cwd,
      env: { PORT: '0', INDEX_DIR: `index-of-${named ?? ''}` },
    });
    await server.says(/^Ready: /mu);
    server.child.kill();
    await server.finished;
  }
}

async function describesAText({ code }: FencedBlock): Promise<void> {
  const cwd = await aWorkplace();
  await writeFile(join(cwd, 'corpus', 'rivers-1999.yaml'), code);
  const { stdout } = await runCommand(['ingest', '--dry-run', '--json'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({
    documents: [{}, { title: 'Rio Declaration on Environment and Development' }],
    skipped: [],
    notices: [],
  });
}

async function leadsToAParagraph({ code }: FencedBlock): Promise<void> {
  const text = [
    'Statute of the Members',
    '1. Members',
    '1.1 States of the region may join.',
    '1.2 Each member pays dues of ten thousand francs in January.',
    '1.3 The seat is in Geneva.',
  ].join('\n\n');
  const cwd = await aWorkplace({ 'statute.txt': text });
  await writeFile(join(cwd, 'corpus', 'statute.questions.yaml'), code);
  const { stdout, stderr } = await runCommand(['ask', '--json', 'Is there a yearly fee?'], {
    cwd,
    env: { ...SHIPPED_MODEL_ENV },
  });
  expect(stderr).not.toMatch(/Note|Left out/u);
  expect(JSON.parse(stdout)).toMatchObject({ citations: [{ paragraph: '1.2' }] });
}

/** Comments are gone; an ellipsis stands for any words. */
async function isTheReply({ code }: FencedBlock, url: string): Promise<void> {
  const shown = JSON.parse(code.replace(/ *\/\/ .*$/gmu, '')) as object;
  const real = await post(url, { question: 'Which city hosts the SCO Secretariat?' });
  expect(JSON.parse(JSON.stringify(real))).toMatchObject({
    ...loosely(shown),
    id: expect.any(String) as string,
  });
}

function loosely(shown: unknown): object {
  return JSON.parse(JSON.stringify(shown), (_, value: unknown) => {
    if (typeof value !== 'string' || !value.includes('…')) return value;
    const parts = value.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    return expect.stringMatching(new RegExp(`^${parts.join('[^]*')}$`, 'u')) as unknown;
  }) as object;
}

function isTheLine({ code }: FencedBlock): void {
  expect(readFileSync('examples/sites/static.html', 'utf8')).toContain(code);
}

function hasKnownAttributes({ code }: FencedBlock): void {
  const parser = new Parser({
    onopentag: (name, attributes) => {
      expect(name).toBe('declaration-chat');
      expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(attributes)));
    },
  });
  parser.end(code);
}

function namesWhatIsThere({ code }: FencedBlock): void {
  const paths = [...code.matchAll(/vitest run (test\/\S+)/gu)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) expect([path, existsSync(path)]).toEqual([path, true]);
}

async function isAnswered({ code, language }: FencedBlock, url: string): Promise<void> {
  const reply =
    language === 'json'
      ? await post(url, JSON.parse(code) as object)
      : (JSON.parse(await sh(url, code)) as object);
  const citation = expect.objectContaining({ paragraph: '7' }) as object;
  expect(reply).toMatchObject({
    answered: true,
    citations: expect.arrayContaining([citation]) as object,
  });
}

async function isTheStream({ code }: FencedBlock, url: string): Promise<void> {
  const body = '{"question": "Which city hosts the SCO Secretariat?", "stream": true}';
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/chat`, { method: 'POST', headers, body });
  const names = (stream: string): string[] =>
    new EventStreamParser().push(`${stream}\n\n`).map(({ event }) => event);
  const shown = names(code);
  expect(shown).toEqual([...new Set(names(await response.text()))]);
}

async function asksByPython({ code }: FencedBlock, url: string): Promise<void> {
  if (spawnSync(PYTHON, ['-c', 'import openai']).status !== 0) {
    console.warn(`Not executed: ${PYTHON} has no package "openai".`);
    return;
  }
  const program = code.replaceAll(ADDRESS, url);
  expect(program).not.toBe(code);
  const { stdout, stderr } = await start(PYTHON, ['-c', program], { cwd: CORPUS_DIR }).finished;
  expect(stdout, stderr).toMatch(/Beijing[^]*\/documents\/dushanbe-2021#p7/u);
}

async function startsAServer({ code }: FencedBlock): Promise<void> {
  const { mcpServers } = JSON.parse(code) as {
    readonly mcpServers: Readonly<
      Record<string, { readonly command: string; readonly args: readonly string[] }>
    >;
  };
  const cwd = await aWorkplace();
  await cp(join(cwd, 'corpus'), join(cwd, 'texts'), { recursive: true });
  const { command, args } = mcpServers['declarations'] ?? { command: '', args: [] };
  expect([command, args[0]]).toEqual(['npx', 'declaration-chat']);
  const given = args.slice(1).map((arg) => arg.replace('/path/to', cwd));
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [COMMAND, ...given],
      cwd,
      env: { ...SHIPPED_MODEL_ENV },
    }),
  );
  onTestFinished(() => client.close());
  const { structuredContent } = await client.callTool({ name: 'list_documents', arguments: {} });
  expect(structuredContent).toMatchObject({ documents: [{ id: 'lakes-2001' }, {}] });
}

/** What a command line of the pages prints, asked of this server. */
async function sh(url: string, line: string): Promise<string> {
  const there = line.replaceAll(ADDRESS, url);
  expect(there).not.toBe(line);
  const { stdout, stderr, code } = await start('bash', ['-c', there], { cwd: CORPUS_DIR }).finished;
  expect(code, stderr).toBe(0);
  return stdout;
}

async function post(url: string, body: object): Promise<object> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as object;
}

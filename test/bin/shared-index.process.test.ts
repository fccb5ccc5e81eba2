import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aRelay, type Relay } from '../support/a-relay.js';
import { commandDatabase, type CommandDatabase } from '../support/command-database.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { runCommand, startCommand, type RunningCommand } from '../support/run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const BROOKS = 'Declaration on Brooks\n\n1. Brooks shall babble.\n\n2. Nobody shall dam a brook.\n';
/** Several processes take turns on a machine that may be busy. */
const SOON = { timeout: 40_000, interval: 100 };

let database: CommandDatabase;
let relay: Relay;
let env: Record<string, string>;
beforeEach(async () => {
  database = await commandDatabase();
  const url = new URL(database.url);
  relay = await aRelay({ host: url.hostname, port: Number(url.port) });
  url.port = String(relay.port);
  url.password = 'nobody-may-see-it';
  env = { DATABASE_URL: url.href, PORT: '0' };
}, 120_000);
afterEach(async () => {
  await relay.cut();
  await database.remove();
});

interface Served {
  readonly command: RunningCommand;
  readonly url: string;
}

async function served(cwd: string): Promise<Served> {
  const command = startCommand(['serve'], { cwd, env });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  return { command, url };
}

async function idsOf(url: string): Promise<string[]> {
  const reply = await fetch(`${url}/api/documents`);
  const { documents } = (await reply.json()) as { documents: { id: string }[] };
  return documents.map(({ id }) => id).sort();
}

function ask(url: string, question: string): Promise<Response> {
  return fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  });
}

test('servers serve what is ingested elsewhere, from its coming on, and keep nothing themselves', async () => {
  const [texts, first, second] = [
    await aWorkplace(),
    await temporaryFolder(),
    await temporaryFolder(),
  ];
  const early = startCommand(['serve'], { cwd: first, env });
  await early.says(/holds no index yet\..* It is looked for until it is there\./);
  const [, address = ''] = await early.says(/^(\S+) is open/m);
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  const ingested = await runCommand(['ingest'], { cwd: texts, env });
  expect(ingested.stderr).not.toContain('nobody-may-see-it');
  expect(ingested.stdout).toMatch(
    /^The database "\S+" at 127\.0\.0\.1:\d+: 2 documents, 5 paragraphs/m,
  );
  const [, one = ''] = await early.says(/^Ready: (\S+)$/m);
  const { url: two } = await served(second);
  for (const url of [one, two]) {
    const reply = await ask(url, 'Who may build dams?');
    expect(await reply.json()).toMatchObject({
      answered: true,
      citations: [{ documentId: 'rivers-1999', paragraph: '2' }],
    });
  }
  await writeFile(join(texts, 'corpus/brooks.txt'), BROOKS);
  expect((await runCommand(['ingest'], { cwd: texts, env })).code).toBe(0);
  for (const url of [one, two]) {
    await expect.poll(() => idsOf(url), SOON).toEqual(['brooks', 'lakes-2001', 'rivers-1999']);
  }
  const asked = await runCommand(['ask', 'Who may dam a brook?'], { cwd: second, env });
  expect(asked.stdout).toContain('Nobody shall dam a brook.');
  expect([await readdir(first), await readdir(second)]).toEqual([[], []]);
}, 180_000);

test('a database that is gone for a while is told as such, and asked again when it is back', async () => {
  const texts = await aWorkplace();
  await runCommand(['ingest'], { cwd: texts, env });
  const { command, url } = await served(await temporaryFolder());
  await relay.cut();
  const refused = await ask(url, 'Who may build dams?');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await refused.json()).toMatchObject({ code: 'database-unavailable' });
  await command.says(/cannot be used now \(.*What was served before is served on\./);
  await relay.mend();
  await expect.poll(async () => (await ask(url, 'Who may build dams?')).status, SOON).toBe(200);
  command.child.kill();
  const { stdout, stderr } = await command.finished;
  expect(stdout + stderr).not.toContain('nobody-may-see-it');
}, 180_000);

test('what cannot come right by waiting ends the command', async () => {
  const cwd = await aWorkplace();
  const watched = await runCommand(['serve', '--watch'], { cwd, env });
  expect([watched.code, watched.stderr]).toEqual([
    2,
    expect.stringContaining('--watch is for an index folder'),
  ]);
  const unusable = { ...env, DATABASE_URL: 'mysql://who:nobody-may-see-it@127.0.0.1/texts' };
  const mistaken = await runCommand(['serve'], { cwd, env: unusable });
  expect([mistaken.code, mistaken.stderr]).toEqual([
    2,
    expect.stringMatching(/^DATABASE_URL must be an address such as postgres:(?!.*may-see)/),
  ]);
  const doctor = await runCommand(['doctor'], { cwd, env });
  expect(doctor.stdout).toMatch(/^! Index: There is none in The database/m);
}, 120_000);

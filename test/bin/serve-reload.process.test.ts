import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { aWorkplace } from '../support/corpus-folder.js';
import { anIngestedWorkplace } from '../support/ingested-workplace.js';
import { startCommand, type RunningCommand } from '../support/run-command.js';

const BROOKS = 'Declaration on Brooks\n\n1. Brooks shall babble.\n\n2. Nobody shall dam a brook.\n';

/** Three processes take turns on a machine that may be busy. */
const SOON = { timeout: 40_000, interval: 100 };

interface Served {
  readonly command: RunningCommand;
  readonly url: string;
  /** Ids of the documents that are served. */
  readonly ids: () => Promise<string[]>;
}

async function serving(cwd: string, ...args: readonly string[]): Promise<Served> {
  const command = startCommand(['serve', ...args], { cwd, env: { PORT: '0' } });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  return {
    command,
    url,
    ids: async () => {
      const reply = await fetch(`${url}/api/documents`);
      const { documents } = (await reply.json()) as { documents: { id: string }[] };
      return documents.map(({ id }) => id).sort();
    },
  };
}

async function ask(url: string, question: string): Promise<number> {
  const reply = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  });
  await reply.json();
  return reply.status;
}

describe('while it serves with --watch', () => {
  test('texts that come, change and go are taken up, and nobody is refused meanwhile', async () => {
    const cwd = await aWorkplace();
    const { url, ids } = await serving(cwd, '--watch');
    const answers: number[] = [];
    const asking = new AbortController();
    const visitors = (async () => {
      while (!asking.signal.aborted) {
        answers.push(await ask(url, 'Who may dam a river?'));
        // A visitor reads before the next question.
        await setTimeout(300);
      }
    })();
    await writeFile(join(cwd, 'corpus/brooks.txt'), BROOKS);
    await expect.poll(ids, SOON).toEqual(['brooks', 'lakes-2001', 'rivers-1999']);
    await appendFile(join(cwd, 'corpus/brooks.txt'), '\n3. Fish shall pass.\n');
    const text = async (): Promise<string> => (await fetch(`${url}/api/documents/brooks`)).text();
    await expect.poll(text, SOON).toContain('Fish shall pass.');
    await rm(join(cwd, 'corpus/brooks.txt'));
    await expect.poll(ids, SOON).toEqual(['lakes-2001', 'rivers-1999']);
    asking.abort();
    await visitors;
    expect(answers.length).toBeGreaterThan(3);
    expect(new Set(answers)).toEqual(new Set([200]));
  }, 120_000);

  test('a corpus that cannot be read leaves what is served, and is told', async () => {
    const cwd = await aWorkplace();
    const { command, url, ids } = await serving(cwd, '--watch');
    await rm(join(cwd, 'corpus'), { recursive: true });
    await command.says(/The corpus folder \S*corpus (?:does not exist|is empty)/);
    expect(await ids()).toEqual(['lakes-2001', 'rivers-1999']);
    expect(await ask(url, 'Who may dam a river?')).toBe(200);
  });
});

test.skipIf(process.platform === 'win32')(
  'without, SIGHUP takes up what has changed, and what another ingest has made',
  async () => {
    const cwd = await aWorkplace();
    const { command, ids } = await serving(cwd);
    await writeFile(join(cwd, 'corpus/brooks.txt'), BROOKS);
    expect(await ids()).toEqual(['lakes-2001', 'rivers-1999']);
    command.child.kill('SIGHUP');
    await command.says(/of 3 documents/);
    expect(await ids()).toEqual(['brooks', 'lakes-2001', 'rivers-1999']);
    await rm(join(cwd, 'corpus/brooks.txt'));
    await startCommand(['ingest'], { cwd }).finished;
    command.child.kill('SIGHUP');
    await expect.poll(ids, SOON).toEqual(['lakes-2001', 'rivers-1999']);
    command.child.kill('SIGTERM');
    expect(await command.finished).toMatchObject({ code: 0 });
  },
);

test('a start where the index is damaged serves the one before at once, and builds a new one', async () => {
  const cwd = await anIngestedWorkplace();
  await writeFile(join(cwd, 'corpus/brooks.txt'), BROOKS);
  await startCommand(['ingest'], { cwd }).finished;
  const index = join(cwd, 'index');
  const json = await readFile(join(index, 'manifest.json'), 'utf8');
  const { generation } = JSON.parse(json) as { generation: string };
  await writeFile(join(index, generation, 'hnswlib.index'), 'damaged');
  const { command, ids, url } = await serving(cwd);
  const [said] = await command.says(/^.*hnswlib\.index is damaged.*$/m);
  expect(said).toContain('Until then the index before is used.');
  expect(await ask(url, 'Who may dam a river?')).toBe(200);
  await expect.poll(ids, SOON).toEqual(['brooks', 'lakes-2001', 'rivers-1999']);
  await command.says(/It is kept as set-aside-generation-/);
});

test('POST /admin/reload says that it failed where a text could not be read', async () => {
  const cwd = await aWorkplace();
  const { url, ids } = await serving(cwd);
  const reload = (): Promise<Response> => fetch(`${url}/admin/reload`, { method: 'POST' });
  expect((await reload()).status).toBe(200);
  await writeFile(join(cwd, 'corpus/broken.pdf'), 'no pdf');
  const reply = await reload();
  expect(reply.status).toBe(500);
  expect(await reply.json()).toMatchObject({ code: 'reload-failed' });
  expect(await ids()).toEqual(['lakes-2001', 'rivers-1999']);
});

test('a start where the texts are gone serves the index that is there, and says so', async () => {
  const cwd = await anIngestedWorkplace();
  await rm(join(cwd, 'corpus'), { recursive: true });
  const { command, ids } = await serving(cwd);
  await command.says(
    /The corpus folder \S+ does not exist[\s\S]*The index that is there is served/,
  );
  expect(await ids()).toEqual(['lakes-2001', 'rivers-1999']);
});

import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CORPUS_DIR } from '../../src/composition/shipped-files.js';
import { deferred } from '../support/deferred.js';
import { expectReply } from '../support/chat-reply.js';
import { aHub } from '../support/hub-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { aWorkplace, WORKPLACE_TEXTS } from '../support/corpus-folder.js';
import { SHIPPED_MODEL_ENV, SMALL_MODEL_ENV } from '../support/models.js';
import {
  COMMAND,
  freePort,
  start,
  startCommand,
  type RunningCommand,
} from '../support/run-command.js';

const run = promisify(execFile);
const DOWNLOADS = join(dirname(COMMAND), '../../models/.cache');

interface Server {
  readonly url: string;
  readonly command: RunningCommand;
}

/** `serve` on a free port, ready. */
async function aServer(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const command = startCommand(['serve'], { cwd, env: { PORT: '0', ...env } });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  return { url, command };
}

/** `serve` whose model is being downloaded from a hub that does not go on until it is let. */
async function aLoadingServer(): Promise<{
  readonly cwd: string;
  readonly url: string;
  readonly command: RunningCommand;
}> {
  const asked = deferred();
  const hub = await aHub(await temporaryFolder(), () => {
    asked.resolve();
    return true;
  });
  const cwd = await aWorkplace();
  const command = startCommand(['serve'], {
    cwd,
    env: { PORT: '0', EMBEDDING_MODEL: 'someone/never-there', HF_ENDPOINT: hub.address },
  });
  const [, url = ''] = await command.says(/^(\S+) is open; the index is being loaded\.$/m);
  await asked.promise;
  return { cwd, url, command };
}

describe('while the index is being loaded', () => {
  async function downloadsUnderWay(): Promise<string[]> {
    const names = await readdir(DOWNLOADS).catch(() => []);
    return names.filter((name) => name.startsWith('.arriving'));
  }

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'the server lives and is not ready, %s ends it with status 0, and nothing is left behind',
    async (signal) => {
      const before = await downloadsUnderWay();
      const { cwd, url, command } = await aLoadingServer();
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      const ready = await fetch(`${url}/readyz`);
      expect({ status: ready.status, problem: (await ready.json()) as unknown }).toMatchObject({
        status: 503,
        problem: { code: 'not-ready' },
      });
      const [own] = (await downloadsUnderWay()).filter((name) => !before.includes(name));
      expect(own).toBeDefined();
      command.child.kill(signal);
      expect(await command.finished).toMatchObject({ code: 0, stderr: '' });
      expect(await readdir(cwd)).toEqual(['corpus']);
      // The process that was downloading hears of it a moment later.
      await expect.poll(downloadsUnderWay).not.toContain(own);
    },
  );

  test('a corpus that cannot be read ends it with status 1 and one line', async () => {
    const command = startCommand(['serve', '--corpus', 'nowhere'], {
      cwd: await aWorkplace(),
      env: { PORT: '0' },
    });
    expect(await command.finished).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The corpus folder nowhere does not exist\..*\n$/) as string,
    });
  });
});

describe('a server that is ready', () => {
  async function sayingHow({ url, command }: Server): Promise<void> {
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const [, line = ''] = await command.says(/^Try:\n {2}(curl .*)$/m);
    const { stdout } = await run('sh', ['-c', line]);
    expectReply(JSON.parse(stdout), WORKPLACE_TEXTS);
  }

  async function answering({ url }: Server): Promise<void> {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'What must rivers be protected from?' }),
    });
    const reply = expectReply(await response.json(), WORKPLACE_TEXTS);
    expect(reply.citations[0]).toMatchObject({
      documentId: 'rivers-1999',
      paragraph: '1',
      url: '/documents/rivers-1999#p1',
    });
  }

  test('told to stop while it looks for a question to suggest, it ends', async () => {
    const { command } = await aServer(await temporaryFolder(), {
      ...SHIPPED_MODEL_ENV,
      CORPUS_DIR,
    });
    command.child.kill('SIGTERM');
    expect(await command.finished).toMatchObject({ code: 0 });
  });

  test(
    'is at the port that PORT names, and takes up what has changed in the corpus when it is ' +
      'started again, also over an index of another model or a damaged one',
    async () => {
      const cwd = await aWorkplace();
      const port = await freePort();
      const first = await aServer(cwd, { PORT: String(port) });
      expect(first.url).toBe(`http://127.0.0.1:${port}`);
      first.command.child.kill('SIGTERM');
      await first.command.finished;
      await writeFile(join(cwd, 'corpus/seas.txt'), '1. The seas are open to all ships.\n');
      await writeFile(join(cwd, 'index/manifest.json'), '{"formatVersion": 0}');
      const { url, command } = await aServer(cwd);
      await command.says(
        /The former index was built anew: index\/manifest\.json has format version 0/,
      );
      const { documents } = (await (await fetch(`${url}/api/documents`)).json()) as {
        documents: { id: string }[];
      };
      expect(documents.map(({ id }) => id)).toEqual(['lakes-2001', 'rivers-1999', 'seas']);
    },
  );

  test.each([
    ['says so with an address that answers, and a curl line that works', 'SIGINT', sayingHow],
    ['answers from the texts', 'SIGTERM', answering],
  ] as const)(
    '%s; %s ends it with status 0 once the request in flight has its reply',
    async (_promise, signal, look) => {
      const { url, command } = await aServer(await aWorkplace());
      await look({ url, command });
      const body = JSON.stringify({ question: 'Where is the secretariat?' });
      const reply = deferred<number | Error | undefined>();
      const inFlight = request(`${url}/api/chat`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          expect: '100-continue',
        },
      });
      inFlight.on('error', reply.resolve).on('response', (response) => {
        response.resume().once('end', () => {
          reply.resolve(response.statusCode);
        });
      });
      // The server has the head of the request when it says to go on.
      await new Promise((resolve) => {
        inFlight.once('continue', resolve);
        inFlight.flushHeaders();
      });
      command.child.kill(signal);
      await untilRefused(url);
      inFlight.end(body);
      expect(await reply.promise).toBe(200);
      expect(await command.finished).toMatchObject({ code: 0, signal: null });
    },
  );

  test.skipIf(process.platform === 'win32')(
    'stops when what is told to stop is npm, whose shell does not pass it on',
    async () => {
      const line = `"${process.execPath}" "${COMMAND}" serve; true`;
      const shell = start('sh', ['-c', line], {
        cwd: await aWorkplace(),
        env: { ...SMALL_MODEL_ENV, PORT: '0', npm_lifecycle_event: 'start' },
      });
      const [, url = ''] = await shell.says(/^Ready: (\S+)$/m);
      shell.child.kill('SIGTERM');
      // Its output ends when the last that holds it has ended, the server among them.
      expect(await shell.finished).toMatchObject({ signal: 'SIGTERM' });
      await expect(fetch(`${url}/livez`)).rejects.toThrow();
    },
  );

  /** Until new connections are refused: then the server has heard that it is to stop. */
  async function untilRefused(url: string): Promise<void> {
    for (;;) {
      const refused = await fetch(`${url}/livez`, { headers: { connection: 'close' } }).then(
        () => false,
        () => true,
      );
      if (refused) return;
    }
  }
});

test('a port that is in use ends it with status 1 and says what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  const command = startCommand(['serve'], { cwd: await aWorkplace(), env: { PORT: String(port) } });
  expect(await command.finished).toMatchObject({
    code: 1,
    stdout: '',
    stderr:
      `Cannot listen on 127.0.0.1, port ${port}: another program is using it. Stop ` +
      `that program, or set PORT to another number.\n`,
  });
});

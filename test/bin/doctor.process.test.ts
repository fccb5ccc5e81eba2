import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../../src/bin/doctor/finding.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { anIngestedWorkplace } from '../support/ingested-workplace.js';
import { runCommand } from '../support/run-command.js';

interface Diagnosis {
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
}

async function aTakenPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

test('where all is right, each part is said to be, and the status is 0', async () => {
  const cwd = await anIngestedWorkplace();
  const { code, stdout } = await runCommand(['doctor', '--json'], { cwd, env: { PORT: '0' } });
  const { healthy, findings } = JSON.parse(stdout) as Diagnosis;
  expect({ code, healthy }).toEqual({ code: 0, healthy: true });
  expect([...new Set(findings.map(({ what }) => what))]).toEqual([
    'Node.js',
    'hnswlib-node',
    'Disk',
    'Models',
    'Texts',
    'Index',
    'Address',
    'Access',
    'Chat model',
  ]);
  expect(findings).toContainEqual({
    what: 'Texts',
    health: 'right',
    found: expect.stringMatching(/holds 2 texts of \d+ paragraphs/u) as string,
  });
});

test('what is not right is named, with what to do, and nothing else is left out for it', async () => {
  const cwd = await aWorkplace();
  await writeFile(join(cwd, 'corpus', 'broken.pdf'), 'no pdf\n');
  const { code, stdout } = await runCommand(['doctor'], {
    cwd,
    env: {
      PORT: await aTakenPort(),
      ALLOWED_ORIGINS: '*',
      CHAT_MODEL: 'small',
      CHAT_BASE_URL: 'http://127.0.0.1:1/v1',
      CHAT_API_KEY: 'sk-secret',
    },
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^! Texts: Left out: corpus\/broken\.pdf .+\n {4}See `declaration-chat ingest/mu,
  );
  expect(stdout).toMatch(/^! Index: There is none in index yet\.\n {4}Run /mu);
  expect(stdout).toMatch(
    /^✗ Address: 127\.0\.0\.1, port \d+ cannot be listened on \(EADDRINUSE\)/mu,
  );
  expect(stdout).toMatch(/^! Access: Pages of every site may call it\./mu);
  expect(stdout).toMatch(/^✗ Chat model: .+CHAT_BASE_URL/mu);
  expect(stdout).toMatch(/\n2 in the way, 3 to look at\.\n$/u);
  expect(stdout).not.toContain('sk-secret');
});

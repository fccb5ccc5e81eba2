import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const QUESTION = 'Which city hosts the SCO Secretariat?';
/** Where these are exceeded, something has crept in. */
const MOST_MEGABYTES = 300;
const MOST_PACKAGES = 25;
/** Texts of many formats, each read by a package of its own. */
const FORMATS = 'test/fixtures/formats';

/**
 * Installs a tarball as people do, into an empty folder, says how much that is, and has what was
 * installed answer: the texts that ship from a folder where nothing is, and a folder of formats.
 * @throws Error where it is too much, or does not answer
 */
export async function tryInstalled(tarball: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'declaration-chat-installed-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    const install = ['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'];
    execFileSync('npm', [...install, tarball], { cwd: folder, stdio: ['ignore', 2, 2] });
    measure(folder);
    await answers(folder, []);
    cpSync(FORMATS, join(folder, 'texts'), { recursive: true });
    await answers(folder, ['texts']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string): void {
  const files = readdirSync(join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' });
  const bytes = files.reduce((sum, file) => {
    const found = statSync(join(folder, 'node_modules', file), { throwIfNoEntry: false });
    return sum + (found?.isFile() === true ? found.size : 0);
  }, 0);
  const packages = files.filter((file) =>
    /(?:^|\/node_modules\/)(?:@[^/]+\/)?[^/]+\/package\.json$/u.test(file),
  ).length;
  const megabytes = Math.round(bytes / 1e6);
  console.log(`Installed: ${megabytes} MB, ${packages} packages.`);
  if (megabytes > MOST_MEGABYTES || packages > MOST_PACKAGES) {
    throw new Error(`At most ${MOST_MEGABYTES} MB and ${MOST_PACKAGES} packages are meant to be.`);
  }
}

/** Serves by `npx` what is named, asks one question of it and looks at its texts. */
async function answers(folder: string, named: readonly string[]): Promise<void> {
  const env = { ...process.env, PORT: '0', XDG_CACHE_HOME: join(folder, 'caches') };
  const options = { cwd: folder, env, detached: true } as const;
  const server = spawn('npx', ['--no-install', 'declaration-chat', ...named], options);
  try {
    const url = await addressOf(server);
    const reply = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: QUESTION }),
    });
    const { answer } = (await reply.json()) as { readonly answer?: string };
    const listed: unknown = await (await fetch(`${url}/api/documents`)).json();
    const { documents } = listed as { readonly documents: readonly { readonly id: string }[] };
    console.log(
      `npx declaration-chat ${named.join(' ')}: ${documents.length} texts. ${answer ?? ''}`,
    );
    if (answer === undefined) throw new Error(`It did not answer: ${reply.status}.`);
    if (named.length === 0 && !answer.includes('Beijing')) throw new Error('It answers otherwise.');
    const meant = readdirSync(FORMATS).filter((name) => !/\.(?:ya?ml|json)$/u.test(name)).length;
    if (named.length > 0 && documents.length < meant) throw new Error('Some were not read.');
  } finally {
    // npx does not pass on what it is told: its whole group is.
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('It has no output.');
  stderr.pipe(process.stderr);
  for await (const line of createInterface({ input: stdout })) {
    const url = /^Ready: (\S+)$/u.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('It ended before it was ready.');
}

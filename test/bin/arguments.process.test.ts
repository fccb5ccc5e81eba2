import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { COMMAND, runCommand } from '../support/run-command.js';

describe('help', () => {
  test('of the program lists the commands and the exit status', async () => {
    const { code, stdout, stderr } = await runCommand(['--help'], { cwd: await temporaryFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of [
      'ingest',
      'serve',
      'ask',
      'Exit status: 0 done, 1 failed, 2 unusable',
      '.env.example',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test.each(['ingest', 'serve', 'ask'])(
    'of %s says what it does and what it takes',
    async (command) => {
      const { code, stdout, stderr } = await runCommand([command, '--help'], {
        cwd: await temporaryFolder(),
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: declaration-chat ${command} `));
      for (const option of ['--corpus <folder>', '--index <folder>', 'CORPUS_DIR', 'INDEX_DIR']) {
        expect(stdout).toContain(option);
      }
    },
  );
});

test('whoever has read enough of it ends it without a word', async () => {
  const child = spawn(process.execPath, [COMMAND, '--help']);
  const said = text(child.stderr);
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect({ code, said: await said }).toEqual({ code: 0, said: '' });
});

test('--version prints the version of the package', async () => {
  const { code, stdout } = await runCommand(['--version'], { cwd: await temporaryFolder() });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
});

describe('what cannot be used ends with status 2, before any work, and says what', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['an unknown command', ['sing'], {}, /^error: unknown command 'sing'/],
    [
      'a command misspelt',
      ['serv'],
      {},
      /^error: unknown command 'serv'\n\(Did you mean serve\?\)/,
    ],
    [
      'an option misspelt',
      ['serve', '--prot', '1'],
      {},
      /^error: unknown option '--prot'\n\(Did you mean --port\?\)/,
    ],
    ['an unknown option', ['ingest', '--fast'], {}, /^error: unknown option '--fast'/],
    [
      'an option without its value',
      ['ingest', '--corpus'],
      {},
      /^error: option '--corpus <folder>' argument missing/,
    ],
    ['a superfluous argument', ['ingest', 'corpus'], {}, /^error: too many arguments/],
    ['a blank question', ['ask', '  '], {}, /^The question is empty\./],
    [
      'a port that is no number',
      ['serve'],
      { PORT: 'http' },
      /^PORT="http" must be a whole number from 0 to 65535\. See \.env\.example\.$/,
    ],
    [
      'a port that is too large',
      ['serve'],
      { PORT: '65536' },
      /^PORT="65536" must be a whole number from 0 to 65535\./,
    ],
    [
      'a hub that is no address',
      ['ingest'],
      { HF_ENDPOINT: 'hub' },
      /^HF_ENDPOINT must be an address/,
    ],
    [
      'a hub with a password in its address',
      ['ingest'],
      { HF_ENDPOINT: 'https://me:canary@hub.example' },
      /^HF_ENDPOINT must not hold a user name or a password(?!.*canary)/,
    ],
  ])('%s', async (...[, args, env, message]) => {
    const { code, stdout, stderr } = await runCommand(args, { cwd: await aWorkplace(), env });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim()).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('what fails ends with status 1 and one clear line', () => {
  async function failure(args: readonly string[], cwd: string, env = {}): Promise<string> {
    const { code, stdout, stderr } = await runCommand(args, { cwd, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    return stderr;
  }

  test('a corpus folder that does not exist', async () => {
    expect(await failure(['ingest', '--corpus', 'nowhere'], await aWorkplace())).toMatch(
      /^The corpus folder nowhere does not exist\. .*--corpus or CORPUS_DIR/,
    );
  });

  test('a corpus folder with no text in it', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'corpus'));
    expect(await failure(['ingest'], folder)).toMatch(/corpus.*\.txt/);
  });

  test('an index folder that cannot be written', async () => {
    const folder = await aWorkplace();
    await writeFile(join(folder, 'taken'), '');
    expect(await failure(['ingest', '--index', 'taken'], folder)).toMatch(
      /^The index cannot be written to taken: a file stands .*--index or INDEX_DIR/,
    );
  });

  test('an embedding model that is not there', async () => {
    expect(
      await failure(['ingest'], await aWorkplace(), { EMBEDDING_MODEL: 'nothing-such' }),
    ).toMatch(/^No embedding model "nothing-such": /);
  });
});

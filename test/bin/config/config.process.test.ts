import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../src/bin/config/variables.js';
import { loadConfig } from '../../../src/bin/config/load-config.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { aWorkplace } from '../../support/corpus-folder.js';
import { runCommand } from '../../support/run-command.js';

const EXAMPLE = fileURLToPath(new URL('../../../.env.example', import.meta.url));

describe('.env.example', () => {
  test('has every variable with its default, and no other', async () => {
    expect(parseEnv(await readFile(EXAMPLE, 'utf8'))).toEqual(configDefaults());
  });

  test('says in one line above each variable what it means', async () => {
    const lines = (await readFile(EXAMPLE, 'utf8')).split('\n');
    for (const name of Object.keys(configDefaults())) {
      const at = lines.findIndex((line) => line.startsWith(`${name}=`));
      expect(lines[at - 1], name).toMatch(/^# [A-Z0-9].{10,}\.$/);
      expect(lines[at - 2] ?? '', name).toBe('');
    }
  });

  test('can be copied as it is', async () => {
    const copied = parseEnv(await readFile(EXAMPLE, 'utf8'));
    expect(loadConfig(copied)).toEqual(loadConfig({}));
  });
});

describe('a variable', () => {
  test('that is empty or blank counts as unset', () => {
    expect(loadConfig({ PORT: '', HOST: '  ', CORPUS_DIR: '' })).toEqual(loadConfig({}));
  });

  test('is taken without the blanks around it', () => {
    expect(loadConfig({ PORT: ' 8080 ', CORPUS_DIR: ' texts ' })).toMatchObject({
      port: 8080,
      corpusDir: 'texts',
    });
  });

  test.each(['-1', '1.5', '0x10', '99999', '３'])('PORT=%s is refused by its name', (PORT) => {
    expect(() => loadConfig({ PORT })).toThrow(`PORT="${PORT}" must be a whole number`);
  });
});

describe('LOG_LEVEL', () => {
  test.each(['debug', 'info', 'warn'])('may be %s', (LOG_LEVEL) => {
    expect(loadConfig({ LOG_LEVEL: ` ${LOG_LEVEL} ` })).toMatchObject({
      log: { level: LOG_LEVEL },
    });
  });

  test('is info where none is set', () => {
    expect(loadConfig({})).toMatchObject({ log: { level: 'info', format: 'text' } });
  });

  test.each(['DEBUG', 'all', '1'])('%s is refused by its name', (LOG_LEVEL) => {
    expect(() => loadConfig({ LOG_LEVEL })).toThrow(
      `LOG_LEVEL="${LOG_LEVEL}" must be debug, info, warn or error`,
    );
  });
});

describe('a chat model', () => {
  test.each(['CHAT_BASE_URL', 'CHAT_API_KEY'])(
    '%s without CHAT_MODEL is refused, and its value not repeated',
    (name) => {
      const value = 'http://127.0.0.1:11434/v1';
      expect(() => loadConfig({ [name]: value })).toThrow(`${name} is set, but CHAT_MODEL is not`);
      expect(() => loadConfig({ [name]: value })).not.toThrow(value);
      expect(loadConfig({ [name]: value, CHAT_MODEL: 'small' })).toMatchObject({
        chat: { model: 'small' },
      });
    },
  );

  test('has its prices, both or none', () => {
    const priced = (prices: Readonly<Record<string, string>>): ReturnType<typeof loadConfig> =>
      loadConfig({ CHAT_MODEL: 'openai:small', CHAT_API_KEY: 'k', ...prices });
    expect(priced({ CHAT_PRICE_INPUT: '0.15', CHAT_PRICE_OUTPUT: '0' }).chat?.prices).toEqual({
      input: 0.15,
      output: 0,
    });
    expect(priced({}).chat).not.toHaveProperty('prices');
    expect(() => priced({ CHAT_PRICE_INPUT: '1' })).toThrow('CHAT_PRICE_OUTPUT is not');
    expect(() => priced({ CHAT_PRICE_OUTPUT: '1' })).toThrow('CHAT_PRICE_INPUT is not');
    expect(() => priced({ CHAT_PRICE_INPUT: '1 €', CHAT_PRICE_OUTPUT: '1' })).toThrow(
      'CHAT_PRICE_INPUT="1 €" must be an amount of money such as 0.15',
    );
    expect(() => loadConfig({ CHAT_PRICE_INPUT: '1' })).toThrow('CHAT_MODEL is not');
  });
});

describe('.env in the working folder', () => {
  test('is read, and the real environment wins over it', async () => {
    const folder = await aWorkplace();
    await writeFile(join(folder, '.env'), 'CORPUS_DIR=nowhere\nINDEX_DIR=built\n');
    const refused = await runCommand(['ingest'], { cwd: folder });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The corpus folder nowhere') as string,
    });
    const done = await runCommand(['ingest'], { cwd: folder, env: { CORPUS_DIR: 'corpus' } });
    expect(done).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^built: 2 documents/m) as string,
    });
  });

  test('loses against an option', async () => {
    const folder = await aWorkplace();
    await writeFile(join(folder, '.env'), 'CORPUS_DIR=nowhere\n');
    expect(await runCommand(['ingest', '--corpus', 'corpus'], { cwd: folder })).toMatchObject({
      code: 0,
    });
  });

  test('with a value that cannot be used is refused like the environment', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, '.env'), 'PORT=abc\n');
    expect(await runCommand(['serve'], { cwd: folder })).toMatchObject({
      code: 2,
      stderr: 'PORT="abc" must be a whole number from 0 to 65535. See .env.example.\n',
    });
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/bin/config/load-config.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const TOKEN = 'a-token-of-the-operator';

async function aFileWith(words: string): Promise<string> {
  const path = join(await temporaryFolder(), 'secret');
  await writeFile(path, words);
  return path;
}

describe('a secret in a file', () => {
  test('is taken without the line’s end', async () => {
    const path = await aFileWith(`${TOKEN}\n`);
    const config = loadConfig({
      ADMIN_TOKEN_FILE: path,
      ACCESS_TOKEN_FILE: ` ${path} `,
      CHAT_API_KEY_FILE: path,
      CHAT_MODEL: 'openai:small',
    });
    expect(config).toMatchObject({
      adminToken: TOKEN,
      accessToken: TOKEN,
      chat: { apiKey: TOKEN },
    });
  });

  test.each([
    ['is not there', '/no/such/file', 'ENOENT'],
    ['is a folder', '/', 'EISDIR'],
  ])('that %s is refused by its name', (_what, path, reason) => {
    expect(() => loadConfig({ ADMIN_TOKEN_FILE: path })).toThrow(
      `ADMIN_TOKEN_FILE="${path}" cannot be read (${reason})`,
    );
  });

  test('that is empty is refused', async () => {
    const path = await aFileWith('\n');
    expect(() => loadConfig({ ADMIN_TOKEN_FILE: path })).toThrow('is empty');
  });

  test('beside the variable is refused, and neither is repeated', async () => {
    const path = await aFileWith('another-token-altogether');
    const load = (): unknown => loadConfig({ ADMIN_TOKEN: TOKEN, ADMIN_TOKEN_FILE: path });
    expect(load).toThrow('ADMIN_TOKEN and ADMIN_TOKEN_FILE are both set');
    expect(load).not.toThrow(TOKEN);
  });

  test('is checked as the variable is, and not repeated', async () => {
    const path = await aFileWith('short');
    const load = (): unknown => loadConfig({ ADMIN_TOKEN_FILE: path });
    expect(load).toThrow('ADMIN_TOKEN must be 16');
    expect(load).not.toThrow('short');
  });
});

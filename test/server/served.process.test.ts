import { describe, expect, test } from 'vitest';
import { aWorkplace } from '../support/corpus-folder.js';
import { runCommand, startCommand } from '../support/run-command.js';
import { rawGet } from '../support/running-app.js';

const FRIEND = 'https://friend.example';

describe('the server as it is started', () => {
  test('sends the widget that was built, and takes questions from the origins in ALLOWED_ORIGINS', async () => {
    const command = startCommand(['serve'], {
      cwd: await aWorkplace(),
      env: { PORT: '0', ALLOWED_ORIGINS: FRIEND },
    });
    const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
    const widget = await rawGet(url, '/widget.js');
    expect([widget.status, widget.headers['content-type']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(widget.text).toContain('declaration-chat');
    const [, versionedPath = ''] =
      /(\/widget\/[0-9a-f]+\/widget\.js)/.exec((await rawGet(url, '/')).text) ?? [];
    expect((await rawGet(url, versionedPath)).text).toBe(widget.text);
    const statuses = await Promise.all(
      [FRIEND, 'https://elsewhere.example', url].map(
        async (origin) => (await rawGet(url, '/api/documents', { origin })).status,
      ),
    );
    expect(statuses).toEqual([200, 403, 200]);
  });

  test('does not start with origins that cannot be', async () => {
    const refused = await runCommand(['serve'], {
      cwd: await aWorkplace(),
      env: { PORT: '0', ALLOWED_ORIGINS: `${FRIEND}/` },
    });
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^ALLOWED_ORIGINS="https:\/\/friend\.example\/" .*write https:\/\/friend\.example\. See \.env\.example\.\n$/,
      ) as string,
    });
  });
});

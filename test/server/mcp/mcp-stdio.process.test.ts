import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, onTestFinished, test } from 'vitest';
import { aWorkplace } from '../../support/corpus-folder.js';
import { SMALL_MODEL_ENV } from '../../support/models.js';
import { COMMAND, startCommand } from '../../support/run-command.js';

test('a client that starts the command is answered, before the index is loaded too', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [COMMAND, 'mcp'],
      cwd: await aWorkplace(),
      env: { ...SMALL_MODEL_ENV },
      stderr: 'ignore',
    }),
  );
  onTestFinished(() => client.close());
  const listed = await client.callTool({ name: 'list_documents', arguments: {} });
  const { documents } = listed.structuredContent as { documents: { id: string; url: string }[] };
  const [first] = documents;
  expect(first?.url).toBe(`declaration-chat://documents/${first?.id ?? ''}`);
  const found = await client.callTool({ name: 'search', arguments: { question: 'water' } });
  const { passages } = found.structuredContent as { passages: { url: string; text: string }[] };
  const [passage] = passages;
  const read = await client.readResource({ uri: passage?.url ?? '' });
  expect(read.contents).toMatchObject([{ text: passage?.text }]);
});

test('ends with its client', async () => {
  const command = startCommand(['mcp'], {
    cwd: await aWorkplace(),
    env: { ...SMALL_MODEL_ENV },
    input: true,
  });
  command.child.stdin?.end();
  expect(await command.finished).toMatchObject({ code: 0, stdout: '' });
});

test('ends as failed where there is nothing to serve', async () => {
  const command = startCommand(['mcp', '--corpus', 'nowhere'], {
    cwd: await aWorkplace(),
    input: true,
  });
  expect(await command.finished).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('nowhere') as string,
  });
});

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { aWorkplace } from '../support/corpus-folder.js';
import { runCommand, start } from '../support/run-command.js';

async function scriptFor(shell: string): Promise<string> {
  const { code, stdout } = await runCommand(['completion', shell], { cwd: await aWorkplace() });
  expect(code).toBe(0);
  return stdout;
}

test.each([
  ['the commands', ['se'], ['serve']],
  ['the options of a command', ['serve', '--p'], ['--port']],
  ['folders', ['ingest', '--corpus', 'cor'], ['corpus']],
])('bash completes %s', async (_, words, expected) => {
  const asked = ['declaration-chat', ...words].map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(${asked}); COMP_CWORD=${words.length}; _declaration_chat`;
  const program = `${await scriptFor('bash')}\n${ask}; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await start('bash', ['-c', program], { cwd: await aWorkplace() }).finished;
  expect(stdout.trim().split('\n')).toEqual(expected);
});

test.each(['zsh', 'fish'])('%s takes its script', async (shell) => {
  const script = await scriptFor(shell);
  expect(script).toContain('serve');
  const judged = spawnSync(shell, ['-n', '-c', script], { encoding: 'utf8' });
  // Where the shell is not here, nobody judges.
  if (judged.error === undefined) expect(judged.stderr).toBe('');
});

test('no other shell is known', async () => {
  const { code, stderr } = await runCommand(['completion', 'cmd'], { cwd: await aWorkplace() });
  expect(code).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
});

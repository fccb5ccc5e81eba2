import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { manPage } from '../../scripts/package/man-page.js';
import { createCommands } from '../../src/bin/commands.js';
import { isAtHand } from '../support/is-at-hand.js';
import { requireProject } from '../support/test-project.js';

requireProject('process');

const SETTINGS = readFileSync('.env.example', 'utf8');
const page = manPage(createCommands(), { version: '1.2.3', settings: SETTINGS });
/** As it is to be read, without what roff is told. */
const words = page.replace(/\\-/gu, '-');

test('every command, every option and every setting is in it', () => {
  const { commands } = createCommands();
  const named = commands.flatMap((command) => [
    command.name(),
    ...command.options.map(({ flags }) => flags),
  ]);
  const settings = [...SETTINGS.matchAll(/^[A-Z_\d]+=/gmu)].map(([setting]) => setting);
  expect(settings.length).toBeGreaterThan(20);
  for (const word of [...named, ...settings]) expect(words).toContain(word);
});

test('what stands below the help is in it too: examples and the exit status', () => {
  expect(words).toContain('\ndeclaration-chat serve --port 8080 --watch\n');
  expect(words).toContain('Exit status: 0 done, 1 failed, 2 unusable');
});

test('words that roff would take for orders are words', () => {
  const program = new Command('tool').description('d');
  program.command('run').description('.so /etc/passwd \\fB');
  expect(manPage(program, { version: '1', settings: '' })).toContain(
    '\n\\&.so /etc/passwd \\efB.\n',
  );
});

/** There is none: the page of the same sources is the same tomorrow. */
const MISSING_DATE = /^mandoc: <stdin>:1:\d+: WARNING: missing date, using "": TH\n/u;

describe.each([
  ['groff', ['-man', '-ww', '-Tutf8', '-z']],
  ['mandoc', ['-Tlint', '-Wwarning']],
])('%s', (program, args) => {
  test.skipIf(!isAtHand(program))('reads it without a complaint', () => {
    const { stdout, stderr } = spawnSync(program, args, { input: page, encoding: 'utf8' });
    expect((stdout + stderr).replace(MISSING_DATE, '')).toBe('');
  });
});

test.skipIf(!isAtHand('man'))('man shows it', () => {
  const { status, stdout } = spawnSync('man', ['-l', '-'], { input: page, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/DECLARATION-CHAT\(1\)/u);
  expect(stdout).toMatch(/--dry-run/u);
});

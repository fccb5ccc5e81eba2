import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { movingPicture } from '../../scripts/session/pictures-of.js';
import { COLUMNS, screenOf } from '../../scripts/session/screen.js';
import { STEPS } from '../../scripts/session/steps.js';
import { isAtHand } from '../support/is-at-hand.js';
import { start } from '../support/run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

test.skipIf(!isAtHand('script'))(
  'every command of the recorded session runs, and is told on the page',
  { timeout: 180_000 },
  async () => {
    const folder = await temporaryFolder();
    const session = ['--import', 'tsx', 'scripts/session.ts', folder];
    const { code, stderr } = await start(process.execPath, session, { cwd: process.cwd() })
      .finished;
    expect(code, stderr).toBe(0);
    const [recorded, kept] = [join(folder, 'five-minutes.md'), 'docs/five-minutes.md'].map((file) =>
      readFileSync(file, 'utf8'),
    ) as [string, string];
    const typed = (page: string): string[] => page.match(/^(?:##|\$) .+$/gmu) ?? [];
    expect(typed(kept)).toEqual(typed(recorded));
    expect(typed(kept)).toHaveLength(2 * STEPS.length);
    for (const page of [recorded, kept]) {
      expect(page).toMatch(/Beijing[^]*\[1\][^]*dushanbe-2021#p7/u);
      expect(page).toContain('All is right.');
    }
  },
);

test('the screen is what stands on it in the end', () => {
  const bar = 'Embedding 0%\u001B[1G\u001B[0KEmbedding 100%\r\n';
  expect(screenOf(`${bar}\u001B[1mDone\u001B[22m\r\n\r\n`)).toEqual(['Embedding 100%', 'Done']);
  expect(screenOf('x'.repeat(COLUMNS + 1))).toEqual(['x'.repeat(COLUMNS), 'x']);
  const long = screenOf('line\n'.repeat(99));
  expect([long.length < 30, long.at(-1)]).toEqual([true, '…']);
});

test('the picture is whole, and runs no script', () => {
  const shown = STEPS.map((step) => ({ ...step, lines: ['<b> & "c"'] }));
  const picture = movingPicture(shown);
  const tags: string[] = [];
  const parser = new Parser({ onopentagname: (name) => void tags.push(name) }, { xmlMode: true });
  parser.end(picture);
  expect(new Set(tags)).toEqual(new Set(['svg', 'title', 'style', 'rect', 'g', 'text']));
  expect(tags.filter((name) => name === 'g')).toHaveLength(STEPS.length);
  expect(picture).toContain('&lt;b> &amp; "c"');
  if (isAtHand('xmllint')) {
    expect(spawnSync('xmllint', ['--noout', '-'], { input: picture }).status).toBe(0);
  }
});

test('the picture that is kept tells the steps that there are', () => {
  const kept = readFileSync('docs/session.svg', 'utf8');
  for (const { about } of STEPS) expect(kept).toContain(`# ${about}`);
});

import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { aWorkplace, RIVERS } from '../support/corpus-folder.js';
import { anIngestedWorkplace } from '../support/ingested-workplace.js';
import { SMALL_MODEL_ENV } from '../support/models.js';
import { COMMAND, runCommand, startCommand } from '../support/run-command.js';

const hasScript = await promisify(execFile)('script', ['--version']).then(
  () => true,
  () => false,
);

test('elsewhere than on a terminal the results are plain lines, and so is the progress', async () => {
  const folder = await aWorkplace();
  const { code, stdout, stderr } = await runCommand(['ingest'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^Embedded: lakes-2001, rivers-1999\nindex: 2 documents, \d+ paragraphs, \d+ vectors \(\S+\), [\d.]+ s\n$/,
  );
  expect(
    stderr
      .split('\n')
      .slice(0, -1)
      .every((line) =>
        /^Embedding: \d+ of \d+ paragraphs(?:, [\d.]+\/s)?(?:, \d+ (?:s|min) left)?$/.test(line),
      ),
  ).toBe(true);
  expect(stderr).toMatch(/Embedding: (\d+) of \1 paragraphs(?:, [\d.]+\/s)?\n$/);
  expect(stdout + stderr).not.toContain('\u001b');
});

test.skipIf(!hasScript)('on a terminal the progress is a bar', async () => {
  const folder = await aWorkplace();
  const { stdout } = await promisify(execFile)(
    'script',
    ['-qec', `"${process.execPath}" "${COMMAND}" ingest`, '/dev/null'],
    { cwd: folder, env: { ...process.env, ...SMALL_MODEL_ENV } },
  );
  expect(stdout).toMatch(/Embedding [█░]+ 100% · (\d+) of \1 paragraphs/u);
  expect(stdout).not.toContain('\u001b[?25l');
});

test('a second time nothing is embedded; then only what has changed', async () => {
  const folder = await anIngestedWorkplace();
  const second = await runCommand(['ingest'], { cwd: folder });
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toMatch(/^Unchanged: lakes-2001, rivers-1999\nindex: 2 documents/);
  await writeFile(join(folder, 'corpus/rivers-1999.txt'), `${RIVERS}4. Every river has a name.\n`);
  await rm(join(folder, 'corpus/lakes-2001.txt'));
  await writeFile(join(folder, 'corpus/seas.md'), '# Seas\n\nThe seas are open to all ships.\n');
  const third = await runCommand(['ingest'], { cwd: folder });
  expect(third.stdout).toMatch(
    /^Embedded: rivers-1999, seas\nRemoved: lakes-2001\nindex: 2 documents/,
  );
});

test('what cannot be read is named on standard error, and by the exit status; the rest is indexed', async () => {
  const folder = await aWorkplace();
  await writeFile(join(folder, 'corpus/README.md'), 'My texts.');
  await writeFile(join(folder, 'corpus/broken.pdf'), '%PDF-1.7');
  await writeFile(join(folder, 'corpus/photo\u001b[31m.png'), 'x');
  const { code, stdout, stderr } = await runCommand(['ingest'], { cwd: folder });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^index: 2 documents/m);
  expect(stderr).toMatch(
    /^Left out: corpus\/broken\.pdf is damaged, or no PDF \(.*Save it anew\.$/m,
  );
  expect(stderr).toMatch(/^Left out: corpus\/photo\[31m\.png is \.png, which is not read/m);
  expect(stderr).not.toContain('README');
  expect(stderr).not.toContain('\u001b');
});

test('what is only read otherwise than expected is a note', async () => {
  const folder = await aWorkplace({ 'rivers.md': `---\nauthor: me\n---\n${RIVERS}` });
  const { code, stderr } = await runCommand(['ingest'], { cwd: folder });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Note: corpus\/rivers\.md: metadata "author" ignored; known are id, /m);
});

describe('ingest --dry-run', () => {
  test('prints the paragraphs as they will be cited, builds nothing, and warns', async () => {
    const folder = await aWorkplace({
      'rivers.txt': RIVERS,
      'loose.txt': 'A loose text ends.\n\nwithout a beginning it goes on for a while.\n',
    });
    const { code, stdout, stderr } = await runCommand(['ingest', '--dry-run'], { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^rivers: Declaration on Rivers \(rivers\.txt, plain-text\)$/m);
    expect(stdout).toMatch(/^ {2}Paragraph +Section +Words$/m);
    expect(stdout).toMatch(/^ {2}2 +2\. Dams shall be built only with the consent/m);
    expect(stdout).toMatch(/^ {2}Check: begin in the middle of a sentence: 1 \(/m);
    expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(await readdir(folder)).toEqual(['corpus']);
  });

  test('prints them as JSON, and tells by its exit status that something was left out', async () => {
    const folder = await aWorkplace({ 'rivers.txt': RIVERS, 'empty.txt': '' });
    const { code, stdout } = await runCommand(['ingest', '--dry-run', '--json'], { cwd: folder });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [{ id: 'rivers', paragraphs: [{ paragraph: '1' }, {}, {}], warnings: [] }],
      skipped: [{ reason: expect.stringMatching(/^is empty/) as string }],
      notices: [],
    });
  });
});

test('a damaged index is built anew, with the reason', async () => {
  const folder = await anIngestedWorkplace();
  const json = await readFile(join(folder, 'index/manifest.json'), 'utf8');
  const { generation } = JSON.parse(json) as { generation: string };
  await writeFile(join(folder, 'index', generation, 'hnswlib.index'), 'damaged');
  const { code, stdout, stderr } = await runCommand(['ingest'], { cwd: folder });
  expect(code).toBe(0);
  expect(stderr).toContain(
    `The former index was built anew: index/${generation}/hnswlib.index is damaged: it has 7 bytes`,
  );
  expect(stdout).toMatch(/^Embedded: lakes-2001, rivers-1999$/m);
});

test('interrupted half way it leaves the index that was there, and goes on from there', async () => {
  const folder = await anIngestedWorkplace();
  const before = await readFile(join(folder, 'index/manifest.json'), 'utf8');
  const many = Array.from(
    // So many take a while.
    { length: 1500 },
    (_, i) => `${i + 1}. The Parties shall meet every year in place number ${i} and report.`,
  );
  await writeFile(join(folder, 'corpus/many.txt'), many.join('\n'));
  let kept: Buffer = Buffer.alloc(0);
  for (const [signal, said] of [
    ['SIGINT', /Embedding: 3\d\d of 1500 paragraphs/],
    ['SIGKILL', /Embedding: 9\d\d of 1500 paragraphs/],
  ] as const) {
    const command = startCommand(['ingest'], { cwd: folder });
    await command.says(said);
    command.child.kill(signal);
    const { stderr, ...ended } = await command.finished;
    expect(ended).toMatchObject({ signal });
    expect(stderr.includes('the same command goes on from there')).toBe(signal === 'SIGINT');
    expect(await readFile(join(folder, 'index/manifest.json'), 'utf8')).toBe(before);
    const now = await readFile(join(folder, 'index/unfinished.vectors'));
    expect(now.length).toBeGreaterThan(kept.length);
    expect(now.subarray(0, kept.length)).toEqual(kept);
    kept = now;
  }
  const { generation } = JSON.parse(before) as { generation: string };
  expect(await readdir(join(folder, 'index', generation))).toContain('hnswlib.index');
  expect(await runCommand(['ingest'], { cwd: folder })).toMatchObject({ code: 0 });
  expect(await readdir(join(folder, 'index'))).not.toContain('unfinished.vectors');
});

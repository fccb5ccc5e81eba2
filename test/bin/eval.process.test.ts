import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aWorkplace } from '../support/corpus-folder.js';
import { runCommand } from '../support/run-command.js';

const QUESTIONS = [
  {
    id: 'dam',
    kind: 'factoid',
    question: 'Who must agree before a dam is built?',
    answerable: true,
    gold_quotes: ['consent of those who live downstream'],
    gold_paras: ['rivers-1999#2'],
    answer_contains: [['downstream']],
  },
  {
    id: 'lake',
    kind: 'factoid',
    question: 'Where is the secretariat of the lake commission?',
    answerable: true,
    gold_quotes: ['shall be in Geneva'],
    gold_paras: ['lakes-2001#2'],
    answer_contains: [['Lausanne']],
  },
  {
    id: 'cup',
    kind: 'adversarial',
    question: 'Who won the football world cup in 1974?',
    answerable: false,
  },
];

async function aFolderWith(questions: string): Promise<string> {
  const folder = await aWorkplace();
  await writeFile(join(folder, 'questions.jsonl'), questions);
  return folder;
}
const lines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

test('every question of a file is asked, and the figures go to standard output and to a page', async () => {
  const cwd = await aFolderWith(lines(QUESTIONS));
  const { code, stdout, stderr } = await runCommand(
    ['eval', 'questions.jsonl', '--html', 'report.html', '--failures', '5', '--ablation'],
    { cwd },
  );
  // How fast is said too, where the machine is slow.
  expect({ code, stderr: stderr.trim().split('\n').at(-1) }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^Leaving parts out: 32 of 32 questions\b/u) as string,
  });
  expect(stderr).toMatch(/^Asking: 3 of 3 questions\b/mu);
  expect(stdout).toMatch(/^questions\.jsonl · \S+ · lakes-2001, rivers-1999\n/);
  expect(stdout).toMatch(/^all +3 +1\.000 +1\.000 +1\.000 +1\.000 /m);
  expect(stdout).toMatch(/^– +– +lexical +1\.000/m);
  expect(stdout).toMatch(
    new RegExp(
      String.raw`^lake \(factoid\) Where is the secretariat.*\n {2}.*first right paragraph at rank 1` +
        String.raw`\n {2}wanted: lakes-2001#2, “Lausanne”`,
      'm',
    ),
  );
  expect(await readFile(join(cwd, 'report.html'), 'utf8')).toMatch(
    /^<!doctype html>[^]*<\/html>\n$/,
  );
});

test('with --json standard output is the whole report and nothing else', async () => {
  const cwd = await aFolderWith(lines(QUESTIONS));
  const { code, stdout } = await runCommand(['eval', '--json', 'questions.jsonl', '--ablation'], {
    cwd,
  });
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as object;
  expect(report).toMatchObject({
    questionFile: 'questions.jsonl',
    all: { questions: 3, hitAt1: 1, inventedQuotes: 0 },
    rows: [
      { id: 'dam', firstRank: 1 },
      { id: 'lake', firstRank: 1 },
      { id: 'cup', answerable: false },
    ],
  });
  expect(report).toHaveProperty('ablation.length', 16);
  expect(await readFile(join(cwd, 'questions.jsonl'), 'utf8')).toBe(lines(QUESTIONS));
});

describe('what cannot be used ends with status 2, and says what', () => {
  test('a file that is not there, before any work', async () => {
    const { code, stdout, stderr } = await runCommand(['eval', 'nowhere.jsonl'], {
      cwd: await aWorkplace(),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^The question set nowhere\.jsonl cannot be read: ENOENT.*\n$/);
  });

  test('a report that cannot be written', async () => {
    const { code, stderr } = await runCommand(
      ['eval', 'questions.jsonl', '--html', 'no/such/folder.html'],
      { cwd: await aFolderWith(lines(QUESTIONS)) },
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/no\/such\/folder\.html cannot be written: ENOENT/);
  });
});

test('help says what it takes', async () => {
  const { code, stdout } = await runCommand(['eval', '--help'], { cwd: await aWorkplace() });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: declaration-chat eval \[options\] \[questions\]/);
  for (const option of [
    '--json',
    '--html <file>',
    '--failures <count>',
    '--ablation',
    '--corpus <folder>',
    '--index <folder>',
  ]) {
    expect(stdout).toContain(option);
  }
});

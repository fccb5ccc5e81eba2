import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCommands } from '../../src/bin/commands.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { runCommand, startCommand } from '../support/run-command.js';

const QUESTION = 'Who must agree before a dam is built?';
const JUDGED = JSON.stringify({
  id: 'dam',
  kind: 'factoid',
  question: QUESTION,
  answerable: true,
  gold_quotes: ['consent of those who live downstream'],
  gold_paras: ['rivers-1999#2'],
});

interface Call {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Commands that end by themselves, and how each is called so that it has something to print. */
const ENDING: Readonly<Record<string, Call & { readonly prints: object }>> = {
  ingest: {
    args: ['ingest', '--json'],
    prints: {
      place: 'index',
      documents: 2,
      paragraphs: 5,
      embedded: ['lakes-2001', 'rivers-1999'],
      unchanged: [],
      removed: [],
      skipped: [],
    },
  },
  'ingest --dry-run': {
    args: ['ingest', '--dry-run', '--json'],
    prints: { documents: [{ id: 'lakes-2001' }, { id: 'rivers-1999' }], skipped: [] },
  },
  ask: {
    args: ['ask', '--json', QUESTION],
    prints: { answered: true, citations: [{ documentId: 'rivers-1999', paragraph: '2' }] },
  },
  doctor: { args: ['doctor', '--json'], env: { PORT: '0' }, prints: { healthy: true } },
  feedback: {
    args: ['feedback', '--json'],
    env: { FEEDBACK_FILE: 'feedback.jsonl' },
    prints: [{ kind: 'helpful', question: QUESTION }],
  },
  eval: {
    args: ['eval', '--json', 'questions.jsonl'],
    prints: { all: { questions: 1, hitAt1: 1 }, rows: [{ id: 'dam' }] },
  },
};
/** Commands whose standard output is of another form, by what it is. */
const OF_THEIR_OWN: Readonly<Record<string, string>> = {
  mcp: 'the protocol, which is JSON',
  completion: 'a script for a shell',
  serve: 'does not end; tested below',
};

async function aPreparedWorkplace(): Promise<string> {
  const cwd = await aWorkplace();
  await writeFile(join(cwd, 'questions.jsonl'), `${JUDGED}\n`);
  const kept = { day: '2026-01-01', kind: 'helpful', question: QUESTION, places: [] };
  await writeFile(join(cwd, 'feedback.jsonl'), `${JSON.stringify(kept)}\n`);
  return cwd;
}

test('every command is in one of the tables of this file', () => {
  const known = [
    ...Object.keys(ENDING).map((call) => call.split(' ')[0]),
    ...Object.keys(OF_THEIR_OWN),
  ];
  expect(new Set(createCommands().commands.map((command) => command.name()))).toEqual(
    new Set(known),
  );
});

test.each(Object.entries(ENDING))(
  '%s prints one JSON value on standard output, and nothing else there',
  async (_, { args, env, prints }) => {
    const { code, stdout } = await runCommand(args, {
      cwd: await aPreparedWorkplace(),
      env: { ...env },
    });
    expect(JSON.parse(stdout)).toMatchObject(prints);
    expect(code).toBe(0);
  },
);

test('serve prints one JSON value when it is ready, and all else on standard error', async () => {
  const command = startCommand(['serve', '--json', '--port', '0'], { cwd: await aWorkplace() });
  await command.says(/"url"[^]*\n\}/u);
  command.child.kill('SIGTERM');
  const { code, stdout, stderr } = await command.finished;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u) as string,
    documents: 2,
    paragraphs: 5,
    generation: expect.any(String) as string,
    builtAt: expect.any(String) as string,
  });
  expect(stderr).toContain('Ready: http://127.0.0.1:');
});

describe('what goes wrong is one JSON value too, with the status that it has in words', () => {
  test.each<[string, Call, number, object]>([
    [
      'an option that there is not',
      { args: ['ingest', '--json', '--fast'] },
      2,
      { code: 'invalid-arguments', message: "unknown option '--fast'" },
    ],
    [
      'a configuration that cannot be used',
      { args: ['doctor', '--json'], env: { PORT: 'http' } },
      2,
      { code: 'invalid-arguments', message: expect.stringMatching(/^PORT="http" must/u) as string },
    ],
    [
      'a blank question',
      { args: ['ask', '--json', ' '] },
      2,
      { code: 'invalid-arguments', message: 'The question is empty. Ask one, in quotes.' },
    ],
    [
      'a folder that is not there',
      { args: ['ingest', '--json', '--corpus', 'nowhere'] },
      1,
      {
        code: 'unreadable-corpus',
        message: expect.stringMatching(/^The corpus folder nowhere does/u) as string,
      },
    ],
    [
      'a server that has nothing to serve',
      { args: ['serve', '--json', '--port', '0', '--corpus', 'nowhere'] },
      1,
      {
        code: 'unreadable-corpus',
        message: expect.stringMatching(/^The corpus folder nowhere does/u) as string,
      },
    ],
    [
      'questions that cannot be read',
      { args: ['eval', '--json', 'nowhere.jsonl'] },
      2,
      {
        code: 'invalid-arguments',
        message: expect.stringMatching(/^The question set nowhere\.jsonl/u) as string,
      },
    ],
    [
      'nothing that was kept',
      { args: ['feedback', '--json'] },
      2,
      { code: 'invalid-arguments', message: expect.stringMatching(/^Nothing is kept/u) as string },
    ],
  ])('%s', async (...[, { args, env }, status, error]) => {
    const { code, stdout, stderr } = await runCommand(args, {
      cwd: await aWorkplace(),
      env: { ...env },
    });
    expect({ code, printed: JSON.parse(stdout) as unknown }).toEqual({
      code: status,
      printed: { error },
    });
    expect(stderr).not.toMatch(/error:|\n\s+at /u);
  });

  test('words behind -- are a question, whatever they are', async () => {
    const { code, stdout } = await runCommand(['ask', '--', ' ', '--json'], {
      cwd: await aWorkplace(),
    });
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout) as unknown).toThrow();
  });
});

test('a conversation prints a JSON value a line', async () => {
  const command = startCommand(['ask', '--json'], { cwd: await aWorkplace(), input: true });
  command.child.stdin?.end(
    `${QUESTION}\n\nWhich waters does the declaration on lakes keep clean?\n`,
  );
  const { code, stdout } = await command.finished;
  expect(code).toBe(0);
  const replies = stdout.trimEnd().split('\n');
  expect(replies.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { query: QUESTION },
    { query: 'Which waters does the declaration on lakes keep clean?' },
  ]);
});

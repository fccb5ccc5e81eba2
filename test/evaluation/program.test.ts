import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEvaluationProgram } from '../../evaluation/program.js';
import type { QuestionSet } from '../../evaluation/read-questions.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface Run {
  readonly error: unknown;
  /** What was to be measured. */
  readonly measured: readonly QuestionSet[];
}

async function run(...args: readonly string[]): Promise<Run> {
  const measured: QuestionSet[] = [];
  const program = createEvaluationProgram(() =>
    Promise.resolve({
      evaluateFile: (_config, questions) => {
        measured.push(questions);
        return Promise.resolve();
      },
      evaluateDialogueFile: () => Promise.resolve(),
    }),
  );
  const error: unknown = await program.parseAsync(args, { from: 'user' }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, measured };
}

test('without a file the judged questions of the project are asked', async () => {
  const { measured } = await run();
  expect(measured.map(({ questions }) => questions.length)).toEqual([240]);
});

describe('what cannot be used is refused before any work, and says what', () => {
  test('a file that is not there', async () => {
    const { error, measured } = await run('nowhere.jsonl');
    expect(error).toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringMatching(
        /^The question set nowhere\.jsonl cannot be read: ENOENT/,
      ) as string,
    });
    expect(measured).toEqual([]);
  });

  test('a line that is not JSON', async () => {
    const file = join(await temporaryFolder(), 'questions.jsonl');
    const question = { id: 'cup', kind: 'factoid', question: 'Who won?', answerable: false };
    await writeFile(file, `${JSON.stringify(question)}\n{"id":`);
    const { error, measured } = await run(file);
    expect(error).toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringContaining('questions.jsonl, line 2: this is not JSON (') as string,
    });
    expect(measured).toEqual([]);
  });

  test.each<[string, readonly string[], RegExp]>([
    [
      'a count that is no number',
      ['questions.jsonl', '--failures', 'many'],
      /'--failures <count>' argument 'many' is invalid\. It takes a whole number\./,
    ],
    ['two files', ['questions.jsonl', 'more.jsonl'], /^error: too many arguments/],
  ])('%s', async (_, args, message) => {
    const { error, measured } = await run(...args);
    expect(error).toMatchObject({
      name: 'CommanderError',
      exitCode: 1,
      message: expect.stringMatching(message) as string,
    });
    expect(measured).toEqual([]);
  });
});

import { InvalidArgumentError, type Command } from 'commander';
import { configFor, createProgram } from '../src/bin/program.js';
import { withFolders, type Folders } from '../src/bin/program-arguments.js';
import type * as evaluating from './evaluate-file.js';
import { readQuestions, SHIPPED_QUESTIONS } from './read-questions.js';

/** What measures; imported when it is called: help and complaints need none of it. */
export type Measuring = Pick<typeof evaluating, 'evaluateFile' | 'evaluateDialogueFile'>;

/** The command that measures quality. */
export function createEvaluationProgram(
  measuring: () => Promise<Measuring> = () => import('./evaluate-file.js'),
): Command {
  const program = createProgram('declaration-chat eval');
  withFolders(program)
    .description('measure retrieval, citations and answers on a set of judged questions')
    .argument('[questions]', 'JSON Lines file; the judged questions of the project unless given')
    .option('--json', 'print every figure and one row a question as JSON', false)
    .option('--html <file>', 'write a page with plots and all failures to this file')
    .option('--failures <count>', 'print the first failures', wholeNumber, 0)
    .option('--dialogues', 'measure the dialogues of the project, or of the file, instead', false)
    .option('--ablation', 'measure also with parts of the retriever left out', false)
    .action(
      async (
        file: string | undefined,
        options: Folders & evaluating.EvaluateOptions & Dialogues,
      ) => {
        if (options.dialogues) {
          const { evaluateDialogueFile } = await measuring();
          await evaluateDialogueFile(configFor(options), { file, json: options.json });
          return;
        }
        const [config, questions] = [
          configFor(options),
          await readQuestions(file ?? SHIPPED_QUESTIONS),
        ];
        const { evaluateFile } = await measuring();
        await evaluateFile(config, questions, options);
      },
    );
  return program;
}

interface Dialogues {
  readonly dialogues: boolean;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/u.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

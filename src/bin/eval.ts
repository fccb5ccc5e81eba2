import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DeclarationChatError } from '../errors.js';

/** Measuring is for those who work on the project: it stands beside the source and in no package. */
const EVALUATION = new URL('../../evaluation/cli.ts', import.meta.url);

/**
 * Runs the evaluation of a checkout with these arguments.
 * @returns its exit status
 * @throws DeclarationChatError `invalid-arguments` where the project was installed as a package
 */
export async function runEvaluation(args: readonly string[]): Promise<number> {
  if (!existsSync(EVALUATION)) {
    throw new DeclarationChatError(
      'invalid-arguments',
      'Measuring is part of the repository and not of the package. Clone it, then `npm ' +
        'install && npm run eval`.',
    );
  }
  const command = ['--import', import.meta.resolve('tsx'), fileURLToPath(EVALUATION), ...args];
  const [code] = (await once(spawn(process.execPath, command, { stdio: 'inherit' }), 'exit')) as [
    number | null,
  ];
  return code ?? 1;
}

import { createInterface } from 'node:readline';
import { DeclarationChatError } from '../errors.js';

/**
 * Asks the person at the terminal whether to go on. CTRL-C and the end of input mean no.
 * @throws DeclarationChatError `invalid-arguments` where there is no terminal
 */
export async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new DeclarationChatError(
      'invalid-arguments',
      'There is no terminal on which anybody could agree to that. Add --yes to go on without asking.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    terminal.once('close', () => {
      resolve(false);
    });
    terminal.question('Go on? [y/N] ', (answer) => {
      resolve(/^y(?:es)?$/iu.test(answer.trim()));
      terminal.close();
    });
  });
}

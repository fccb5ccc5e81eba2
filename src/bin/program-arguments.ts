import type { Command } from 'commander';
import { DeclarationChatError } from '../errors.js';

/** Stands below the help of the whole program. */
export const HELP_FOOTER =
  '\nExit status: 0 done, 1 failed, 2 unusable arguments or configuration.\n' +
  'The configuration stands in the environment or in .env; .env.example lists it.';

/** What the options of {@link withFolders} hold. */
export interface Folders {
  readonly corpus?: string;
  readonly index?: string;
}

export function withFolders(command: Command): Command {
  return command
    .option('--corpus <folder>', 'folder of the texts (CORPUS_DIR, else corpus)')
    .option('--index <folder>', 'folder of the index (INDEX_DIR, else index)');
}

/** @throws DeclarationChatError `invalid-arguments` where nothing was asked */
export function questionOf(words: readonly string[]): string {
  const question = words.join(' ').trim();
  if (question === '') {
    throw new DeclarationChatError(
      'invalid-arguments',
      'The question is empty. Ask one, in quotes.',
    );
  }
  return question;
}

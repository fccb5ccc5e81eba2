import type { Command } from 'commander';
import { DeclarationChatError } from '../errors.js';

/** Stands below the help of the whole program. */
export const HELP_FOOTER =
  '\nExit status: 0 done, 1 failed, 2 unusable arguments or configuration.\n' +
  'With --json standard output is one JSON value, also where a command fails: ' +
  '{"error": {"code", "message"}}.\n' +
  'The configuration stands in the environment or in .env; .env.example lists it.';

/** What the options of {@link withFolders} hold. */
export interface Folders {
  readonly corpus?: string;
  readonly index?: string;
}

/** A line below the help of a command for each way to call it. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  declaration-chat ${line}`)].join('\n');
}

export function withFolders(command: Command): Command {
  return command
    .option(
      '--corpus <folder>',
      'folder of the texts (CORPUS_DIR, else corpus, else those that ship)',
    )
    .option('--index <folder>', 'folder of the index (INDEX_DIR, else index)');
}

/**
 * The question that was given; undefined where none was.
 * @throws DeclarationChatError `invalid-arguments` where it is blank
 */
export function questionOf(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const question = words.join(' ').trim();
  if (question === '') {
    throw new DeclarationChatError(
      'invalid-arguments',
      'The question is empty. Ask one, in quotes.',
    );
  }
  return question;
}

import { Command, CommanderError } from 'commander';
import { DeclarationChatError } from '../errors.js';
import { loadConfig } from './config/load-config.js';
import { loadEnvFile } from './config/load-env-file.js';
import type { Config } from './config/config.js';
import { defaultFolders } from './config/default-folders.js';
import { asksForJson, jsonFailure, printJson } from './json-output.js';
import type { Folders } from './program-arguments.js';

export const EXIT = { done: 0, failed: 1, unusableArguments: 2 } as const;

/** A program that says nothing of arguments that it cannot use: {@link runProgram} does. */
export function createProgram(name: string): Command {
  return new Command(name).exitOverride().configureOutput({ outputError: () => undefined });
}

/**
 * The configuration from the environment and `.env`; what was given on the command line wins.
 * @throws DeclarationChatError `invalid-arguments`
 */
export function configFor({
  corpus,
  index,
  port,
}: Folders & { readonly port?: string } = {}): Config {
  try {
    loadEnvFile();
    const environment = {
      ...process.env,
      ...(corpus === undefined ? {} : { CORPUS_DIR: corpus }),
      ...(index === undefined ? {} : { INDEX_DIR: index }),
      ...(port === undefined ? {} : { PORT: port }),
    };
    return loadConfig({ ...environment, ...defaultFolders(environment) });
  } catch (error) {
    // The environment is how most arguments are given.
    if (!(error instanceof DeclarationChatError)) throw error;
    throw new DeclarationChatError('invalid-arguments', error.message, { cause: error });
  }
}

/**
 * Runs the command that the arguments name; the exit status says what became of it.
 * @param given those of the process unless given
 */
export async function runProgram(
  program: Command,
  given: readonly string[] = process.argv.slice(2),
): Promise<void> {
  // Whoever was reading has read enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.done);
  });
  try {
    await program.parseAsync(given, { from: 'user' });
  } catch (error) {
    if (asksForJson(given)) sayAsJson(error);
    else sayInWords(error);
    process.exitCode = exitCodeFor(error);
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? EXIT.done : EXIT.unusableArguments;
  }
  return error instanceof DeclarationChatError && error.code === 'invalid-arguments'
    ? EXIT.unusableArguments
    : EXIT.failed;
}

/** As commander writes it. */
const LABEL = 'error: ';

function withoutLabel(message: string): string {
  return message.startsWith(LABEL) ? message.slice(LABEL.length) : message;
}

function sayInWords(error: unknown): void {
  if (error instanceof CommanderError) {
    // Help has been printed.
    if (error.exitCode !== 0 && error.code !== 'commander.help') console.error(error.message);
    return;
  }
  console.error(error instanceof DeclarationChatError ? error.message : error);
}

function sayAsJson(error: unknown): void {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return;
    printJson(jsonFailure('invalid-arguments', withoutLabel(error.message)));
  } else if (error instanceof DeclarationChatError) {
    printJson(jsonFailure(error.code, error.message));
  } else {
    console.error(error);
    printJson(jsonFailure('internal', error instanceof Error ? error.message : String(error)));
  }
}

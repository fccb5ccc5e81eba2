#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { DeclarationChatError } from '../errors.js';
import { loadConfig, loadEnvFile, type Config } from './config.js';
import type { IngestOptions } from './ingest.js';
import type { EvalOptions } from './eval.js';

const EXIT = { done: 0, failed: 1, unusableArguments: 2 } as const;

interface Folders {
  readonly corpus?: string;
  readonly index?: string;
}

function configFor({ corpus, index }: Folders = {}): Config {
  try {
    loadEnvFile();
    return loadConfig({
      ...process.env,
      ...(corpus === undefined ? {} : { CORPUS_DIR: corpus }),
      ...(index === undefined ? {} : { INDEX_DIR: index }),
    });
  } catch (error) {
    // The environment is how most arguments are given.
    if (error instanceof DeclarationChatError)
      throw new DeclarationChatError('invalid-arguments', error.message, { cause: error });
    throw error;
  }
}

function withFolders(command: Command): Command {
  return command
    .option('--corpus <folder>', 'folder of the texts (CORPUS_DIR, else corpus)')
    .option('--index <folder>', 'folder of the index (INDEX_DIR, else index)');
}

// A command is imported when it is called: help and complaints need none of what it takes to answer
// questions.
const program = new Command('declaration-chat')
  .description(
    'Ask declarations, treaties and charters questions; get answers with numbered citations.',
  )
  .addHelpText(
    'after',
    '\nExit status: 0 done, 1 failed, 2 unusable arguments or configuration.\nThe configuration stands in the environment or in .env; .env.example lists it.',
  )
  .exitOverride();

withFolders(program.command('ingest'))
  .description('(re)build the index; only changed documents are embedded again')
  .option(
    '--expand',
    'first have the chat model write everyday questions for paragraphs that have none',
    false,
  )
  .option('--yes', 'go on without asking what --expand may cost', false)
  .action(async (options: Folders & IngestOptions) => {
    const config = configFor(options);
    const { ingest } = await import('./ingest.js');
    await ingest(config, options);
  });
withFolders(program.command('serve'))
  .description('bring the index up to date, then serve the chat endpoint and its pages')
  .action(async (folders: Folders) => {
    const config = configFor(folders);
    const { serve } = await import('./serve.js');
    await serve(config);
    // Loading may still be under way when it was told to stop.
    process.exit(EXIT.done);
  });
withFolders(program.command('ask'))
  .description('answer one question on the terminal')
  .argument('<question...>', 'in everyday words')
  .option('--json', 'print the reply as the chat endpoint would send it', false)
  .action(async (words: readonly string[], options: Folders & { readonly json: boolean }) => {
    const [config, question] = [configFor(options), questionOf(words)];
    const { ask } = await import('./ask.js');
    await ask(config, question, options);
  });

withFolders(program.command('eval'))
  .description('measure retrieval, citations and answers on a set of judged questions')
  .argument('[questions]', 'JSON Lines file; the judged questions of the project unless given')
  .option('--json <file>', 'write every figure and one row a question to this file')
  .option('--html <file>', 'write a page with plots and all failures to this file')
  .option('--failures <count>', 'print the first failures', wholeNumber, 0)
  .option('--ablation', 'measure also with parts of the retriever left out', false)
  .action(async (file: string | undefined, options: Folders & EvalOptions) => {
    const config = configFor(options);
    const { evaluateFile } = await import('./eval.js');
    await evaluateFile(config, file, options);
  });

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/u.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

function questionOf(words: readonly string[]): string {
  const question = words.join(' ').trim();
  if (question === '')
    throw new DeclarationChatError(
      'invalid-arguments',
      'The question is empty. Ask one, in quotes.',
    );
  return question;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? EXIT.done : EXIT.unusableArguments;
  if (error instanceof DeclarationChatError) {
    console.error(error.message);
    return error.code === 'invalid-arguments' ? EXIT.unusableArguments : EXIT.failed;
  }
  console.error(error);
  return EXIT.failed;
}

#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { DeclarationChatError } from '../errors.js';
import { ask } from './ask.js';
import { loadConfig, loadEnvFile, type Config } from './config.js';
import { ingest } from './ingest.js';
import { serve } from './serve.js';

const EXIT = { done: 0, failed: 1, unusableArguments: 2 } as const;

interface Folders {
  readonly corpus?: string;
  readonly index?: string;
}

function configFor({ corpus, index }: Folders = {}): Config {
  loadEnvFile();
  return loadConfig({ ...process.env, ...(corpus === undefined ? {} : { CORPUS_DIR: corpus }), ...(index === undefined ? {} : { INDEX_DIR: index }) });
}

function withFolders(command: Command): Command {
  return command
    .option('--corpus <folder>', 'folder of the texts (CORPUS_DIR, else corpus)')
    .option('--index <folder>', 'folder of the index (INDEX_DIR, else index)');
}

const program = new Command('declaration-chat')
  .description('Ask declarations, treaties and charters questions; get answers with numbered citations.')
  .exitOverride();

withFolders(program.command('ingest'))
  .description('(re)build the index; only changed documents are embedded again')
  .action((folders: Folders) => ingest(configFor(folders)));
withFolders(program.command('serve'))
  .description('bring the index up to date, then serve the chat endpoint and its pages')
  .action((folders: Folders) => serve(configFor(folders)));
withFolders(program.command('ask'))
  .description('answer one question on the terminal')
  .argument('<question>')
  .option('--json', 'print the reply as the chat endpoint would send it', false)
  .action((question: string, options: Folders & { readonly json: boolean }) => ask(configFor(options), question, options));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusableArguments;
  if (error instanceof DeclarationChatError) {
    console.error(error.message);
    return error.code === 'invalid-arguments' ? EXIT.unusableArguments : EXIT.failed;
  }
  console.error(error);
  return EXIT.failed;
}

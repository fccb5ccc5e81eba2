import { Argument, type Command } from 'commander';
import type { AskOptions } from './ask.js';
import { completionScript, SHELLS, type Shell } from './completion.js';
import type { FeedbackOptions } from './feedback.js';
import type { IngestOptions } from './ingest.js';
import { configFor, createProgram, EXIT } from './program.js';
import {
  examples,
  HELP_FOOTER,
  questionOf,
  withFolders,
  type Folders,
} from './program-arguments.js';
import { packageVersion } from '../server/package-version.js';
import type { ServeOptions } from './serve.js';

/**
 * All commands with what they take: help, completion and the manual page are made of it. A command
 * is imported when it is called: help and complaints need none of what answering takes.
 */
export function createCommands(): Command {
  const program = describedProgram();
  for (const add of [ingestion, serving, asking, examining, mcpServing, feedback, evaluation]) {
    add(program);
  }
  completion(program);
  return program;
}

function describedProgram(): Command {
  return createProgram('declaration-chat')
    .description(
      'Ask declarations, treaties and charters questions; get answers with numbered citations.',
    )
    .usage('[command] [options]')
    .version(packageVersion(), '--version', 'print the version')
    .addHelpText(
      'after',
      '\nWithout a command it serves: the texts in corpus/, or in a folder that is named, or else ' +
        'those that ship.' +
        examples('', 'texts', 'serve --port 8080'),
    )
    .addHelpText('after', HELP_FOOTER);
}

function ingestion(program: Command): void {
  withFolders(program.command('ingest'))
    .description('(re)build the index; only changed documents are embedded again')
    .option(
      '--expand',
      'first have the chat model write everyday questions for paragraphs that have none',
      false,
    )
    .option('--yes', 'go on without asking what --expand may cost', false)
    .option('--dry-run', 'build nothing; print the paragraphs as they will be cited', false)
    .option('--json', 'print what was done, or with --dry-run the paragraphs, as JSON', false)
    .addHelpText(
      'after',
      examples(
        'ingest',
        'ingest --json',
        'ingest --dry-run',
        'ingest --corpus texts --index texts-index',
      ),
    )
    .action(async (options: Folders & IngestOptions & { readonly dryRun: boolean }) => {
      const config = configFor(options);
      if (options.dryRun) {
        const { dryRun } = await import('./dry-run.js');
        await dryRun(config, options);
        return;
      }
      const { ingest } = await import('./ingest.js');
      await ingest(config, options);
    });
}

function serving(program: Command): void {
  withFolders(program.command('serve'))
    .description('bring the index up to date, then serve the chat endpoint and its pages')
    .option('--port <number>', 'port to listen on (PORT, else 3000); 0 takes a free one')
    .option('--watch', 'take up texts that come, go or change while it serves', false)
    .option('--json', 'print the address as JSON once questions are answered there', false)
    .addHelpText(
      'after',
      '\nSIGHUP brings the index up to date as well; nobody who is served waits.',
    )
    .addHelpText('after', examples('serve', 'serve --port 8080 --watch'))
    .action(async (options: Folders & ServeOptions & { readonly port?: string }) => {
      const config = configFor(options);
      const { serve } = await import('./serve.js');
      await serve(config, options);
      // Loading may still be under way when it was told to stop.
      process.exit(EXIT.done);
    });
}

function asking(program: Command): void {
  withFolders(program.command('ask'))
    .description('answer a question on the terminal; without one, hold a conversation')
    .argument('[question...]', 'in everyday words')
    .option('--json', 'print the reply as the chat endpoint would send it', false)
    .option('--explain', 'also print what was searched, picked and weighed', false)
    .addHelpText(
      'after',
      examples('ask', 'ask "What does it say about water?"', 'ask --json "Who signed it?"'),
    )
    .action(async (words: readonly string[], options: Folders & AskOptions) => {
      const [config, question] = [configFor(options), questionOf(words)];
      const { ask } = await import('./ask.js');
      await ask(config, question, options);
    });
}

function examining(program: Command): void {
  withFolders(program.command('doctor'))
    .description('look at what the server takes to run: what is right, what is not, what to do')
    .option('--json', 'print it as JSON', false)
    .addHelpText('after', examples('doctor', 'doctor --json'))
    .action(async (options: Folders & { readonly json: boolean }) => {
      const config = configFor(options);
      const { doctor } = await import('./doctor/doctor.js');
      await doctor(config, options);
    });
}

function mcpServing(program: Command): void {
  withFolders(program.command('mcp'))
    .description('serve the texts to one client of the Model Context Protocol, over standard input')
    .addHelpText(
      'after',
      '\nClients start it themselves: {"command": "npx", "args": ["declaration-chat", "mcp"]}',
    )
    .action(async (options: Folders) => {
      const config = configFor(options);
      const { mcp } = await import('./mcp.js');
      await mcp(config);
      // Loading may still be under way when the client has gone.
      process.exit(EXIT.done);
    });
}

function feedback(program: Command): void {
  program
    .command('feedback')
    .description('print what visitors could not be answered, and what they said of answers')
    .option('--json', 'print every line that was kept, as JSON', false)
    .addHelpText('after', examples('feedback', 'feedback --json'))
    .action(async (options: FeedbackOptions) => {
      const config = configFor();
      const { printFeedback } = await import('./feedback.js');
      await printFeedback(config, options);
    });
}

function evaluation(program: Command): void {
  program
    .command('eval')
    .description('measure retrieval, citations and answers on a set of judged questions')
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .action(async (args: readonly string[]) => {
      const { runEvaluation } = await import('./eval.js');
      process.exitCode = await runEvaluation(args);
    });
}

function completion(program: Command): void {
  program
    .command('completion')
    .description('print a script that has a shell complete commands, options and folders')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', '\nFor example, in ~/.bashrc: source <(declaration-chat completion bash)')
    .action((shell: Shell) => {
      console.log(completionScript(program, shell));
    });
}

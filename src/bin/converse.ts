import { createInterface } from 'node:readline/promises';
import { DeclarationChatError } from '../errors.js';
import { jsonFailure } from './json-output.js';
import type { ChatReply } from '../protocol.js';
import type { ChatMessage } from '../types.js';

/** Gives the reply to the last of the messages, and what is printed of it. */
export type Replier = (
  messages: readonly ChatMessage[],
  signal?: AbortSignal,
) => Promise<{ readonly reply: ChatReply; readonly text: string }>;

/** Where what comes of a question goes. */
export interface Show {
  readonly reply: (text: string) => void;
  readonly failure: (error: DeclarationChatError) => void;
  readonly stopped: () => void;
}

/** Replies apart from each other. */
export const IN_WORDS: Show = {
  reply: (text) => {
    console.log(`\n${text}\n`);
  },
  failure: ({ message }) => {
    console.error(`\n${message}\n`);
  },
  stopped: () => {
    console.log('\nStopped.\n');
  },
};

/** A JSON value a line, as many as questions; none for one that was stopped. */
export const AS_JSON_LINES: Show = {
  reply: (line) => {
    console.log(line);
  },
  failure: ({ code, message }) => {
    console.log(JSON.stringify(jsonFailure(code, message)));
  },
  stopped: () => undefined,
};

export interface ConverseOptions {
  readonly reply: Replier;
  readonly documents: number;
  readonly show: Show;
}

/** As many messages as an answer may lean on; earlier ones are let go. */
const MAX_MESSAGES = 20;
const PROMPT = '> ';
const NEW = '/new';

/**
 * A conversation on the terminal, a question a line, until the input ends. CTRL-C stops an answer
 * that is being made, else it ends the conversation.
 */
export async function converse({ reply, documents, show }: ConverseOptions): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const isTerminal = input.isTTY && output.isTTY;
  const lines = createInterface({ input, output: isTerminal ? output : undefined, prompt: PROMPT });
  if (isTerminal) {
    console.log(
      `Ask about the ${documents === 1 ? 'text' : `${documents} texts`}. ` +
        `CTRL-C stops an answer, ${NEW} begins anew, CTRL-D ends.`,
    );
    lines.prompt();
  }
  let messages: readonly ChatMessage[] = [];
  let answering: AbortController | undefined;
  lines.on('SIGINT', () => {
    if (answering === undefined) lines.close();
    else answering.abort();
  });
  for await (const line of lines) {
    const content = line.trim();
    if (content === NEW) messages = [];
    else if (content !== '') {
      answering = new AbortController();
      const asked = [...messages, { role: 'user', content } as const];
      messages = await answered({ reply, show }, asked, answering.signal);
      answering = undefined;
    }
    if (isTerminal) lines.prompt();
  }
}

/** Prints the reply; the conversation with it, or as it was before where it came to none. */
async function answered(
  { reply, show }: Pick<ConverseOptions, 'reply' | 'show'>,
  asked: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<readonly ChatMessage[]> {
  try {
    const { reply: made, text } = await reply(asked, signal);
    show.reply(text);
    return [...asked, { role: 'assistant', content: made.answer } as const].slice(-MAX_MESSAGES);
  } catch (error) {
    if (signal.aborted) show.stopped();
    else if (error instanceof DeclarationChatError) show.failure(error);
    else throw error;
    return asked.slice(0, -1);
  }
}

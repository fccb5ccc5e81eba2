import { z } from 'zod';
import {
  MAX_QUESTION_CHARACTERS,
  MAX_ASSISTANT_CHARACTERS,
  MAX_MESSAGES,
} from '../inquiry-request.js';
import { parseRequest } from '../parse-request.js';
import { withoutSources } from '../readable-sources.js';
import { questionOfConversation } from './conversation-task.js';

const TEXT_PARTS: ReadonlySet<string> = new Set(['text', 'refusal']);

const part = z.looseObject({
  type: z.string('expected a string'),
  text: z.string('expected a string').optional(),
});

const message = z.looseObject(
  {
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function'], {
      error: 'expected "system", "developer", "user", "assistant", "tool" or "function"',
    }),
    content: z
      .union([z.string(), z.array(part)], 'expected a string or a list of parts')
      .nullish()
      .describe('Text, or parts of which those of type `text` are read.'),
  },
  'expected an object of role and content',
);

/** What is asked of an answer that the texts' own words can never be. */
const onlyText = z.looseObject(
  { type: z.literal('text', 'expected "text": answers are the texts’ own words, never JSON') },
  'expected an object of type',
);

export const completionRequest = z
  .looseObject(
    {
      model: z.string('expected a string').max(200, 'expected at most 200 characters').optional(),
      messages: z
        .array(message, 'expected a list of messages')
        .min(1, 'expected at least one message')
        .describe(
          "The conversation, the user's question last. Messages of systems and tools are not read: " +
            'nothing instructs the texts.',
        ),
      stream: z.boolean('expected true or false').nullish(),
      stream_options: z
        .looseObject({ include_usage: z.boolean('expected true or false').optional() })
        .nullish(),
      n: z.literal(1, 'expected 1: a question has one answer here').nullish(),
      response_format: onlyText.nullish(),
      tool_choice: z
        .union(
          [z.literal('none'), z.literal('auto')],
          'expected "auto" or "none": no tool is called here',
        )
        .nullish(),
      documents: z
        .array(z.string())
        .optional()
        .describe('Beyond OpenAI: ids of the documents to stay within.'),
    },
    'expected an object',
  )
  .meta({ id: 'ChatCompletionRequest' });

type CompletionMessage = z.output<typeof message>;

interface SaidMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface CompletionRequest {
  /** What `POST /api/chat` would be sent. */
  readonly body: {
    readonly messages: readonly SaidMessage[];
    readonly documents?: readonly string[];
  };
  /** What it comes to where nothing is asked of the texts: {@link questionOfConversation}. */
  readonly task: string | undefined;
  readonly stream: boolean;
  readonly includeUsage: boolean;
}

/**
 * What a client of OpenAI's sends, as this service's own request. Settings of a model's sampling
 * are passed over.
 * @throws DeclarationChatError `invalid-request`
 */
export function parseCompletionRequest(body: unknown): CompletionRequest {
  const request = parseRequest(completionRequest, body);
  const messages = conversationOf(request.messages);
  const [only, ...others] = messages;
  return {
    task: only && others.length === 0 ? questionOfConversation(only.content) : undefined,
    body: {
      messages,
      ...(request.documents === undefined ? {} : { documents: request.documents }),
    },
    stream: request.stream ?? false,
    includeUsage: request.stream_options?.include_usage ?? false,
  };
}

/**
 * What people and assistants said. Earlier turns may be another model's, of any number and length:
 * the latest are kept, and of each its beginning. The question itself is left as it is.
 */
function conversationOf(messages: readonly CompletionMessage[]): readonly SaidMessage[] {
  const said = messages.flatMap(({ role, content }, at): readonly SaidMessage[] => {
    if (role !== 'user' && role !== 'assistant') return [];
    const text = textOf(content);
    if (at === messages.length - 1) return [{ role, content: text }];
    const earlier =
      role === 'user'
        ? text.slice(0, MAX_QUESTION_CHARACTERS)
        : withoutSources(text).slice(0, MAX_ASSISTANT_CHARACTERS);
    const wellFormed = earlier.toWellFormed();
    return wellFormed.trim() === '' ? [] : [{ role, content: wellFormed }];
  });
  return said.slice(-MAX_MESSAGES);
}

function textOf(content: CompletionMessage['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? [])
    .filter(({ type }) => TEXT_PARTS.has(type))
    .map(({ text = '' }) => text)
    .join('\n');
}

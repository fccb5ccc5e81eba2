import { z } from 'zod';
import { DeclarationChatError } from '../errors.js';
import type { ChatMessage, Inquiry } from '../types.js';
import type { DocumentLibrary } from './dependencies.js';
import { parseRequest } from './parse-request.js';

/** Four dense pages; a longer question is a document, and is searched no better. */
export const MAX_QUESTION_CHARACTERS = 4_000;
/** An answer that comes back as history may be longer than a question. */
export const MAX_ASSISTANT_CHARACTERS = 20_000;
export const MAX_MESSAGES = 50;
const MAX_TOP_K = 50;
const DEFAULT_TOP_K = 10;
const MAX_DOCUMENT_IDS = 1_000;
const MAX_ID_CHARACTERS = 200;
/** A client's own words are repeated to it only this far. */
const MAX_ECHOED_CHARACTERS = 60;
const MAX_KEYS_TOLD = 3;

function strict<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const allowed = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys.slice(0, MAX_KEYS_TOLD).map(echo).join(', ')}; allowed are ${allowed}`
        : 'expected an object',
  });
}

/**
 * What a person or an assistant said: control characters become spaces, half a surrogate pair is
 * refused.
 */
function wording(maxCharacters: number): z.ZodType<string, string> {
  return z
    .string('expected a string')
    .max(maxCharacters, `expected at most ${maxCharacters} characters`)
    .refine(
      (text) => text.isWellFormed(),
      'expected well-formed Unicode, but it holds half of a surrogate pair',
    )
    .transform((text) => text.replace(/[^\P{Cc}\t\n\r]/gu, ' ').trim())
    .refine(
      (text) => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text),
      'expected at least one visible character',
    );
}

function listOf<Item extends z.ZodType>(
  item: Item,
  { most, what }: { readonly most: number; readonly what: string },
): z.ZodArray<Item> {
  const expected = `expected a list of 1 to ${most} ${what}`;
  return z.array(item, expected).min(1, expected).max(most, expected);
}

const message = z.discriminatedUnion(
  'role',
  [
    strict({ role: z.literal('user'), content: wording(MAX_QUESTION_CHARACTERS) }),
    strict({ role: z.literal('assistant'), content: wording(MAX_ASSISTANT_CHARACTERS) }),
  ],
  {
    error: (issue) =>
      typeof issue.input === 'object' && issue.input !== null
        ? 'expected "user" or "assistant"'
        : 'expected an object of role and content',
  },
);

const inquiryShape = {
  messages: listOf(message, { most: MAX_MESSAGES, what: 'messages' })
    .refine(
      (messages) => messages.length === 0 || messages.at(-1)?.role === 'user',
      "expected the last message to be the user's question",
    )
    .optional()
    .describe("A conversation, the user's question last."),
  question: wording(MAX_QUESTION_CHARACTERS)
    .optional()
    .describe('Short for a conversation of one message.'),
  documents: listOf(
    z
      .string('expected a string')
      .max(MAX_ID_CHARACTERS, `expected at most ${MAX_ID_CHARACTERS} characters`),
    { most: MAX_DOCUMENT_IDS, what: 'ids of documents' },
  )
    .optional()
    .describe('Ids of the documents to stay within; all unless given.'),
  asTyped: z
    .boolean('expected true or false')
    .optional()
    .describe('The question is searched for as it stands and is spelt, whatever was said before.'),
};

const exactlyOne = {
  check: (request: { readonly messages?: unknown; readonly question?: unknown }): boolean =>
    (request.messages === undefined) !== (request.question === undefined),
  message: 'expected exactly one of `messages` and `question`',
};

/** The same, as the document of this interface says it. */
const ONE_OF = [{ required: ['messages'] }, { required: ['question'] }];

export const chatRequest = strict({
  ...inquiryShape,
  stream: z
    .boolean('expected true or false')
    .optional()
    .describe('Server-sent events as they come, in place of one reply.'),
})
  .refine(exactlyOne.check, exactlyOne.message)
  .meta({ id: 'ChatRequest', oneOf: ONE_OF });
const topKExpected = `expected a whole number from 1 to ${MAX_TOP_K}`;
const topK = z
  .int(topKExpected)
  .min(1, topKExpected)
  .max(MAX_TOP_K, topKExpected)
  .default(DEFAULT_TOP_K)
  .describe('How many paragraphs at most.');
export const searchRequest = strict({ ...inquiryShape, topK })
  .refine(exactlyOne.check, exactlyOne.message)
  .meta({ id: 'SearchRequest', oneOf: ONE_OF });

/**
 * @throws DeclarationChatError `invalid-request`, `unknown-document`; the message names the place
 *   and what is allowed there.
 */
export function parseChatRequest(
  body: unknown,
  library: DocumentLibrary,
): { readonly inquiry: Inquiry; readonly stream: boolean } {
  const request = parseRequest(chatRequest, body);
  return { inquiry: toInquiry(request, library), stream: request.stream ?? false };
}

/** @throws as {@link parseChatRequest} */
export function parseSearchRequest(
  body: unknown,
  library: DocumentLibrary,
): { readonly inquiry: Inquiry; readonly topK: number } {
  const request = parseRequest(searchRequest, body);
  return { inquiry: toInquiry(request, library), topK: request.topK };
}

interface InquiryFields {
  readonly messages?: readonly ChatMessage[] | undefined;
  readonly question?: string | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly asTyped?: boolean | undefined;
}

function toInquiry(request: InquiryFields, library: DocumentLibrary): Inquiry {
  const inquiry = {
    messages: request.messages ?? [{ role: 'user' as const, content: request.question ?? '' }],
    ...(request.asTyped === true ? { asTyped: true } : {}),
  };
  if (request.documents === undefined) return inquiry;
  return { ...inquiry, documents: knownDocuments(request.documents, library) };
}

/**
 * Each once.
 * @throws DeclarationChatError `unknown-document`
 */
export function knownDocuments(ids: readonly string[], library: DocumentLibrary): string[] {
  ids.forEach((id, at) => {
    if (!library.has(id)) {
      throw new DeclarationChatError(
        'unknown-document',
        `documents[${at}]: there is no document ${echo(id)}. GET /api/documents lists them.`,
      );
    }
  });
  return [...new Set(ids)];
}

function echo(words: string): string {
  const cut =
    words.length > MAX_ECHOED_CHARACTERS ? `${words.slice(0, MAX_ECHOED_CHARACTERS)}…` : words;
  return JSON.stringify(cut.toWellFormed());
}

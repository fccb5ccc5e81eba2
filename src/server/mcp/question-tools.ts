import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { during } from '../../ports/stages.js';
import type { ChatReply, Citation, SearchReply } from '../../protocol.js';
import { answerEvents, replyOf } from '../answer-events.js';
import { parseChatRequest, parseSearchRequest } from '../inquiry-request.js';
import { readableSources } from '../readable-sources.js';
import {
  abstentionShape,
  answerShape,
  citations,
  nearest,
  replyShape,
  searchReply,
} from '../schemas/reply-schemas.js';
import type { McpService } from './mcp-service.js';
import { paragraphUri } from './resource-uri.js';
import { toolResult } from './tool-result.js';

const question = z.string().describe('A question in everyday words and whole, in any language.');
const documents = z
  .array(z.string())
  .optional()
  .describe('Ids of the documents to stay within, from `list_documents`; all unless given.');
const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const;

/** Answers and abstentions in one shape, as the protocol wants it. */
const askReply = z.object({
  ...replyShape,
  answered: z
    .boolean()
    .describe('False: the texts do not say; then `nearest` has what came closest.'),
  citations,
  nearest: nearest.exactOptional(),
  ...answerShape,
  ...abstentionShape,
});

export function registerQuestionTools(server: McpServer, service: McpService): void {
  registerAsk(server, service);
  registerSearch(server, service);
}

function registerAsk(server: McpServer, service: McpService): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the texts',
      description:
        'Answers a question from the declarations, treaties and charters that are served, in their ' +
        'own words: each sentence carries a number, each number leads to the exact paragraph and ' +
        'words. Where the texts do not answer, it says so and shows what came nearest; do not ' +
        'answer from elsewhere as if the texts did.',
      inputSchema: z.strictObject({ question, documents }),
      outputSchema: askReply,
      annotations: READ_ONLY,
    },
    (asked, { mcpReq }) =>
      toolResult(
        async () => {
          const backend = await service.backend();
          const { inquiry } = parseChatRequest(defined(asked), backend.documents);
          const options = { ...service, signal: mcpReq.signal };
          const reply = await replyOf(answerEvents(backend, inquiry, options));
          const below = readableSources(reply, {
            question: asked.question,
            documents: backend.documents.list(),
            addressOf: addressIn(service),
          });
          return { text: reply.answer + below, data: withAddresses(reply, service) };
        },
        { ...service, signal: mcpReq.signal },
      ),
  );
}

function registerSearch(server: McpServer, service: McpService): void {
  server.registerTool(
    'search',
    {
      title: 'Search the texts',
      description:
        'Finds the paragraphs that bear on a question, best first, whole and with their ' +
        'addresses. Use it to read around a topic; `ask` picks the sentences that answer.',
      inputSchema: z.strictObject({
        question,
        documents,
        topK: z.int().min(1).max(50).optional().describe('How many at most; 10 unless given.'),
      }),
      outputSchema: searchReply,
      annotations: READ_ONLY,
    },
    (asked, { mcpReq: { signal } }) =>
      toolResult(
        async () => {
          const backend = await service.backend();
          const { inquiry, topK } = parseSearchRequest(defined(asked), backend.documents);
          const search = (): Promise<SearchReply> =>
            during(service.stages, 'answer', () => backend.search(inquiry, { topK, signal }));
          const { query, passages } = await (service.admission === undefined
            ? search()
            : service.admission.run(search, signal));
          const addressOf = addressIn(service);
          return {
            text: passages
              .map((passage) => `${titleOf(passage)} (${addressOf(passage)})\n${passage.text}`)
              .join('\n\n'),
            data: { query, passages: passages.map((passage) => addressed(passage, service)) },
          };
        },
        { ...service, signal },
      ),
  );
}

type Place = Pick<Citation, 'documentId' | 'paragraph' | 'url'>;

/** Pages where there are any, else the resources of this protocol. */
function addressIn({ address }: McpService): (place: Place) => string {
  return (place) => (address === undefined ? paragraphUri(place) : address + place.url);
}

function withAddresses(reply: ChatReply, service: McpService): object {
  const citations = reply.citations.map((citation) => addressed(citation, service));
  if (reply.answered) return { ...reply, citations };
  return { ...reply, citations, nearest: reply.nearest.map((near) => addressed(near, service)) };
}

function addressed<Found extends Place>(found: Found, service: McpService): Found {
  return { ...found, url: addressIn(service)(found) };
}

function titleOf({
  documentTitle,
  paragraph,
}: Pick<Citation, 'documentTitle' | 'paragraph'>): string {
  return `${documentTitle}, ${paragraph}`;
}

/** Without the keys that were not given. */
function defined(given: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

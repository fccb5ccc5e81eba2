import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/server';
import { ResourceNotFoundError } from '@modelcontextprotocol/server';
import { DeclarationChatError } from '../../errors.js';
import { findDocument, findParagraph } from './find-paragraph.js';
import type { McpService } from './mcp-service.js';
import { DOCUMENT_TEMPLATE, documentUri, PARAGRAPH_TEMPLATE } from './resource-uri.js';

const PLAIN = { mimeType: 'text/plain' } as const;
/** The most that the protocol lets a completion hold. */
const MAX_COMPLETIONS = 100;

/** Each text as a resource, and each of its paragraphs by the address that citations have. */
export function registerResources(server: McpServer, service: McpService): void {
  const idsFrom = async (begun: string): Promise<string[]> => {
    const { documents } = await service.backend();
    return some(
      documents.list().map(({ id }) => id),
      begun,
    );
  };
  server.registerResource(
    'document',
    new ResourceTemplate(DOCUMENT_TEMPLATE, {
      list: async () => {
        const { documents } = await service.backend();
        const resources = documents
          .list()
          .map(({ id, title }) => ({ uri: documentUri(id), name: id, title, ...PLAIN }));
        return { resources };
      },
      complete: { document: idsFrom },
    }),
    { title: 'A text', description: 'The whole text, in the source’s own characters.', ...PLAIN },
    async (uri, { document }) => {
      const backend = await service.backend();
      return found(uri, async () => (await findDocument(backend, decoded(document))).text);
    },
  );
  server.registerResource(
    'paragraph',
    new ResourceTemplate(PARAGRAPH_TEMPLATE, {
      // There may be many thousands: the texts are listed, and answers name paragraphs.
      list: undefined,
      complete: {
        document: idsFrom,
        paragraph: async (begun, context) => {
          const { documents } = await service.backend();
          const text = await documents.get(context?.arguments?.['document'] ?? '');
          const { paragraphs = [] } = text ?? {};
          return some(
            paragraphs.map(({ label }) => label),
            begun,
          );
        },
      },
    }),
    { title: 'A paragraph', description: 'One paragraph of a text, by its label.', ...PLAIN },
    async (uri, { document, paragraph }) => {
      const backend = await service.backend();
      return found(uri, async () => {
        const text = await findDocument(backend, decoded(document));
        return findParagraph(text, decoded(paragraph)).text;
      });
    },
  );
}

async function found(
  { href }: URL,
  text: () => Promise<string>,
): Promise<{ contents: { uri: string; mimeType: string; text: string }[] }> {
  try {
    return { contents: [{ uri: href, ...PLAIN, text: await text() }] };
  } catch (error) {
    const missing = ['unknown-document', 'unknown-paragraph'];
    if (error instanceof DeclarationChatError && missing.includes(error.code)) {
      throw new ResourceNotFoundError(href, error.message);
    }
    throw error;
  }
}

function decoded(variable: string | readonly string[] | undefined): string {
  const text = typeof variable === 'string' ? variable : (variable?.[0] ?? '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function some(names: readonly string[], begun: string): string[] {
  return names.filter((name) => name.startsWith(begun)).slice(0, MAX_COMPLETIONS);
}

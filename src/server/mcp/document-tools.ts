import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { documentDetail, documentSummary } from '../document-reply.js';
import { documentList, paragraphShape } from '../schemas/document-schemas.js';
import { findDocument, findParagraph } from './find-paragraph.js';
import type { McpService } from './mcp-service.js';
import { documentUri, paragraphUri } from './resource-uri.js';
import { toolResult } from './tool-result.js';

const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const;
const ofDocument = {
  documentId: z.string().describe('Id of the document, such as `dushanbe-2021`.'),
  documentTitle: z.string(),
};

export function registerDocumentTools(server: McpServer, service: McpService): void {
  const { address } = service;
  server.registerTool(
    'read_paragraph',
    {
      title: 'Read a paragraph',
      description: 'One paragraph of a text, whole, by its label as answers and searches name it.',
      inputSchema: z.strictObject({
        document: z.string().describe('Id of the document, from `list_documents`.'),
        paragraph: z.string().describe('Label of the paragraph: `22`, `26.3`, `preamble-3`.'),
      }),
      outputSchema: z.object({ ...ofDocument, ...paragraphShape }),
      annotations: READ_ONLY,
    },
    (asked) =>
      toolResult(async () => {
        const document = await findDocument(await service.backend(), asked.document);
        const { label } = findParagraph(document, asked.paragraph);
        const { paragraphs } = documentDetail(document, { hasSource: false });
        const found = paragraphs.find(({ paragraph }) => paragraph === label);
        const { id: documentId, title: documentTitle } = document;
        const url =
          address === undefined
            ? paragraphUri({ documentId, paragraph: label })
            : address + (found?.url ?? '');
        const data = { documentId, documentTitle, ...found, url };
        return { text: found?.text ?? '', data };
      }, service),
  );
  server.registerTool(
    'list_documents',
    {
      title: 'List the texts',
      description:
        'The texts that are served: id, title, date, place, language and length of each.',
      inputSchema: z.strictObject({}),
      outputSchema: documentList,
      annotations: READ_ONLY,
    },
    () =>
      toolResult(async () => {
        const backend = await service.backend();
        const documents = backend.documents
          .list()
          .map(documentSummary)
          .map((summary) => ({
            ...summary,
            url: address === undefined ? documentUri(summary.id) : address + summary.url,
          }));
        const text = documents
          .map(({ id, title, date = '' }) => [id, title, date].filter(Boolean).join(' · '))
          .join('\n');
        return { text, data: { documents } };
      }, service),
  );
}

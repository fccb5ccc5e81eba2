import { printableLine } from '../../documents/printable-line.js';
import type { ListedDocument } from '../../ports/search-index.js';
import { documentUrl } from '../document-reply.js';

/** What a language model is told of this site, https://llmstxt.org. */
export function llmsText(documents: readonly ListedDocument[], address: string): string {
  const texts = documents.map(({ id, title, date, place, paragraphCount }) => {
    const about = [place, date, `${paragraphCount} paragraphs`]
      .filter((part) => part !== undefined)
      .map((part) => printableLine(part));
    const name = printableLine(title).replace(/[[\]]/gu, '\\$&');
    return `- [${name}](${address}${documentUrl(id)}): ${about.join(', ')}`;
  });
  return [
    '# Ask the texts',
    '',
    '> Declarations, treaties and charters, with answers in their own words: each sentence carries ' +
      'a number that leads to the exact paragraph and words.',
    '',
    'Each paragraph has a permanent address, `/documents/{id}#p{number}`. Cite by it, and quote ' +
      "the text's own words; where the texts do not answer, say so.",
    '',
    '## Texts',
    '',
    ...texts,
    '',
    '## For programs',
    '',
    `- [Answers](${address}/docs#ask): \`POST /api/chat\` with \`{"question": "…"}\``,
    `- [Search](${address}/docs#search): \`POST /api/search\` with \`{"question": "…"}\``,
    `- [All addresses](${address}/openapi.json): OpenAPI 3.1`,
    `- [Model Context Protocol](${address}/docs#mcp): \`POST /mcp\`, tools \`ask\`, \`search\`, ` +
      '`read_paragraph`, `list_documents`',
    `- [OpenAI's protocol](${address}/docs#createChatCompletion): base URL \`${address}/v1\``,
    '',
  ].join('\n');
}

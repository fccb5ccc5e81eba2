import { McpServer } from '@modelcontextprotocol/server';
import { packageVersion } from '../package-version.js';
import { registerDocumentTools } from './document-tools.js';
import type { McpService } from './mcp-service.js';
import { registerPrompts } from './prompts.js';
import { registerQuestionTools } from './question-tools.js';
import { registerResources } from './resources.js';

const version = packageVersion();

/** A server of the Model Context Protocol; whoever asks connects it to a transport. */
export function createMcpServer(service: McpService): McpServer {
  const server = new McpServer(
    { name: 'declaration-chat', title: 'Declaration chat', version },
    {
      instructions:
        'Declarations, treaties and charters, with answers in their own words. `ask` answers with ' +
        'numbered citations to the exact paragraph and words, and says where the texts are silent.',
    },
  );
  registerQuestionTools(server, service);
  registerDocumentTools(server, service);
  registerResources(server, service);
  registerPrompts(server);
  return server;
}

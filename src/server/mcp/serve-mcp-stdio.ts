import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { ChatBackend } from '../dependencies.js';
import { createMcpServer } from './create-mcp-server.js';

export interface McpStdioServer {
  readonly close: () => Promise<void>;
}

/**
 * Speaks the Model Context Protocol over standard input and output; who asks before the backend is
 * there waits for it.
 */
export function serveMcpStdio(backend: Promise<ChatBackend>): McpStdioServer {
  return serveStdio(() =>
    createMcpServer({
      backend: () => backend,
      admission: undefined,
      onIncident: (id, error) => {
        console.error(id, error);
      },
    }),
  );
}

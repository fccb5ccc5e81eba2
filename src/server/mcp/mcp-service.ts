import type { ChatBackend, AppDependencies } from '../dependencies.js';

/** What a server of the Model Context Protocol offers. */
export interface McpService {
  readonly admission: AppDependencies['admission'];
  readonly stages?: AppDependencies['stages'];
  /** Keeps what is not answered, where that is kept. */
  readonly feedback?: AppDependencies['feedback'];
  /** Rejects with a DeclarationChatError `not-ready` where the index is still being loaded. */
  readonly backend: () => Promise<ChatBackend>;
  /**
   * Where the pages of the texts are served, `https://chat.example.org`; absent where they are not,
   * as over standard input and output.
   */
  readonly address?: string;
  /** Is told of a failure that is the server's own, and the id under which the client was told. */
  readonly onIncident: (id: string, error: unknown) => void;
}

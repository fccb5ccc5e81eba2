import { openFolders, type FolderOptions } from '../composition/open-folders.js';
import type { DeclarationRetriever } from '../retrieval/retriever.js';

export type { CreateVectorStore, StoreContent } from '../adapters/index-store/store-content.js';
export type { DocumentLoader } from '../adapters/corpus/loaded-corpus.js';
export type { FolderOptions } from '../composition/open-folders.js';
export type { Log, LogFields } from '../ports/log.js';
export { DeclarationRetriever } from '../retrieval/retriever.js';

/**
 * A LangChain retriever over a folder of texts: `invoke` finds the paragraphs that bear on a
 * question, best first, at most ten.
 * @throws DeclarationChatError
 */
export async function openRetriever(options: FolderOptions): Promise<DeclarationRetriever> {
  return (await openFolders(options)).retriever;
}

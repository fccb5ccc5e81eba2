import { createBackend } from '../composition/create-backend.js';
import { openFolders, type FolderOptions } from '../composition/open-folders.js';
import { DeclarationChat } from './declaration-chat-runnable.js';

export type { CreateVectorStore, StoreContent } from '../adapters/index-store/store-content.js';
export type { DocumentLoader } from '../adapters/corpus/loaded-corpus.js';
export type { FolderOptions } from '../composition/open-folders.js';
export type { Log, LogFields } from '../ports/log.js';
export type { ChatInput, ChatRequest } from './chat-input.js';
export { DeclarationChat, type ChatReplyPart } from './declaration-chat-runnable.js';

/**
 * A LangChain runnable that answers questions from a folder of texts: a question or messages in, a
 * cited answer out; `stream` gives it in parts.
 * @throws DeclarationChatError
 */
export async function createDeclarationChain(options: FolderOptions): Promise<DeclarationChat> {
  return new DeclarationChat(createBackend(await openFolders(options)));
}

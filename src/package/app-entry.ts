import type { RequestListener } from 'node:http';
import { createBackend } from '../composition/create-backend.js';
import { openFolders, type FolderOptions } from '../composition/open-folders.js';
import { WIDGET_FILE } from '../composition/shipped-files.js';
import { createApp as createExpressApp } from '../server/create-app.js';
import type { AppDependencies, ChatBackend } from '../server/dependencies.js';
import { readWidgetScript, type WidgetScript } from '../server/widget-script.js';

export type { DocumentLoader } from '../adapters/corpus/loaded-corpus.js';
export type { ChatInput, ChatRequest } from './chat-input.js';
export { createDeclarationChain } from './chat-entry.js';
export { DeclarationChat, type ChatReplyPart } from './declaration-chat-runnable.js';
export { DeclarationRetriever, openRetriever } from './retriever-entry.js';
export type { FolderOptions } from '../composition/open-folders.js';
export type { Log, LogFields } from '../ports/log.js';
export type { CreateVectorStore, StoreContent } from '../adapters/index-store/store-content.js';
export { DeclarationChatError, type ErrorCode } from '../errors.js';
export type {
  AppDependencies,
  ChatBackend,
  DocumentLibrary,
  Incident,
  TextEmbedder,
} from '../server/dependencies.js';
export type { WidgetScript } from '../server/widget-script.js';

/**
 * The whole HTTP surface, for `http.createServer` or `use` of an Express application. Never
 * listens and never reads the environment.
 */
export function createApp(dependencies: AppDependencies): RequestListener {
  return createExpressApp(dependencies);
}

/**
 * What {@link createApp} answers with, from a folder of texts.
 * @throws DeclarationChatError
 */
export async function openBackend(options: FolderOptions): Promise<ChatBackend> {
  const { corpus, serveSources = true } = options;
  return createBackend(await openFolders(options), {
    sourcesDir: serveSources && typeof corpus === 'string' ? corpus : undefined,
  });
}

/** The widget that ships, for {@link createApp}. */
export function shippedWidget(): WidgetScript | undefined {
  return readWidgetScript(WIDGET_FILE);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamChatModel } from '../../src/adapters/chat-model/stream-chat-model.js';
import { loadChatModel } from '../../src/adapters/chat-model/load-chat-model.js';
import type { ChatFailure } from '../../src/ports/chat-model.js';
import type { TimeLimits } from '../../src/adapters/chat-model/time-limits.js';
import { readPrompt } from '../../src/adapters/prompt-file.js';
import { createGenerator } from '../../src/generative/generate-answer.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';
import { ANSWER_SLOTS } from '../../src/generative/answer-prompt.js';
import { createBackend } from '../../src/composition/create-backend.js';
import { loadConfig } from '../../src/bin/config.js';
import { loadModels, openAnswering, updateIndex } from '../../src/bin/composition-root.js';
import type { AnswerDependencies } from '../../src/chat/answer-dependencies.js';
import { decided } from './decided.js';
import { runApp, type RunningApp } from './running-app.js';
import { anOpenAiProvider, type OpenAiProvider, type Script } from './openai-provider.js';

export const KEY = 'sk-very-secret-4711';

/**
 * What answers questions from a folder of texts, with the embedding model that ships; what removes the folder;
 * the texts by document id.
 */
export interface Library {
  readonly engine: AnswerDependencies;
  readonly embeddings: VocabularyEncoder;
  readonly promptsDir: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

export async function openLibrary(files: Readonly<Record<string, string>>): Promise<Library> {
  const folder = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  await mkdir(join(folder, 'corpus'));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, 'corpus', name), text);
  }
  const config = loadConfig({
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
  });
  const models = await loadModels(config);
  const { encoder: embeddings } = models;
  await updateIndex(config, embeddings);
  const engine = await openAnswering(config, models);
  const texts = Object.fromEntries(engine.index.documents.map(({ id, text }) => [id, text]));
  return {
    engine,
    embeddings,
    promptsDir: config.promptsDir,
    texts,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

export interface AskedServer {
  readonly app: RunningApp;
  readonly provider: OpenAiProvider;
  /** What whoever runs the server would be told, in order. */
  readonly failures: readonly ChatFailure[];
}

export interface AskedServerOptions {
  readonly script: Script;
  readonly limits?: Partial<TimeLimits>;
  /** Whether the texts answer; always unless given. */
  readonly decide?: AnswerDependencies['decide'];
}

/**
 * The whole app over a library, whose chat model is a provider on the loopback that does as it is
 * told.
 */
export async function anAskedServer(
  { engine, embeddings, promptsDir }: Library,
  { script, limits = {}, decide = () => decided(true) }: AskedServerOptions,
): Promise<AskedServer> {
  const provider = await anOpenAiProvider(script);
  const failures: ChatFailure[] = [];
  const model = await loadChatModel({
    model: 'small',
    baseUrl: provider.baseUrl,
    apiKey: KEY,
    maxRetries: 0,
  });
  const generate = createGenerator({
    index: engine.index,
    embeddings,
    stream: (text, { signal }) => streamChatModel(model, text, { signal, limits }),
    prompt: await readPrompt(promptsDir, 'answer-question', ANSWER_SLOTS),
    onFailure: (failure) => failures.push(failure),
  });
  return { app: await runApp(createBackend({ ...engine, decide, generate })), provider, failures };
}

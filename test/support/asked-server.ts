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
import { QUESTION_SLOTS, SYSTEM_SLOTS } from '../../src/generative/answer-prompt.js';
import { createBackend } from '../../src/composition/create-backend.js';
import { openAnswering } from '../../src/composition/open-answering.js';
import { refreshCorpusIndex } from '../../src/composition/refresh-corpus-index.js';
import { PROMPTS_DIR } from '../../src/composition/shipped-files.js';
import type { AnswerDependencies } from '../../src/chat/answer-dependencies.js';
import { wholeDocuments } from '../../evaluation/whole-index.js';
import { decided } from './decided.js';
import { shippedClaimReader, shippedEncoder } from './shipped-models.js';
import { runApp, type RunningApp } from './running-app.js';
import { SILENT } from './silent-log.js';
import { anOpenAiProvider, type OpenAiProvider, type Script } from './openai-provider.js';

export const KEY = 'sk-very-secret-4711';

/**
 * What answers questions from a folder of texts, found by the small encoder; the texts by document
 * id.
 */
export interface Library {
  readonly engine: AnswerDependencies;
  readonly embeddings: VocabularyEncoder;
  readonly texts: Readonly<Record<string, string>>;
}

export async function openLibrary(files: Readonly<Record<string, string>>): Promise<Library> {
  const folder = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
  try {
    await mkdir(corpusDir);
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(corpusDir, name), text);
    }
    const encoder = await shippedEncoder();
    await refreshCorpusIndex({ corpusDir, indexDir, encoder, log: SILENT });
    const engine = await openAnswering({
      encoder,
      indexDir,
      promptsDir: PROMPTS_DIR,
      log: SILENT,
    });
    const documents = await wholeDocuments(engine.index);
    const texts = Object.fromEntries(documents.map(({ id, text }) => [id, text]));
    return { engine, embeddings: encoder, texts };
  } finally {
    // All of it is in the memory now.
    await rm(folder, { recursive: true, maxRetries: 3 });
  }
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
  { engine, embeddings }: Library,
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
    claimReader: await shippedClaimReader(),
    stream: (turns, given) => streamChatModel(model, turns, { ...given, limits }),
    prompts: {
      system: await readPrompt(PROMPTS_DIR, 'answer-system', SYSTEM_SLOTS),
      question: await readPrompt(PROMPTS_DIR, 'answer-question', QUESTION_SLOTS),
    },
    onFailure: (failure) => failures.push(failure),
  });
  return { app: await runApp(createBackend({ ...engine, decide, generate })), provider, failures };
}

import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { loadChatModel } from '../adapters/chat-model/load-chat-model.js';
import { TokenBudget } from '../adapters/chat-model/token-budget.js';
import { createLog } from '../adapters/log/create-log.js';
import { Database, STATEMENT_TIMEOUT_MS } from '../adapters/postgres/database.js';
import { readPrompt } from '../adapters/prompt-file.js';
import type { ChatModels, Observer } from '../composition/components.js';
import { corpusReport } from '../composition/corpus-report.js';
import { indexReport } from '../composition/index-report.js';
import type { Answering } from '../composition/open-answering.js';
import { openModels, type Models } from '../composition/open-models.js';
import { refreshCorpusIndex } from '../composition/refresh-corpus-index.js';
import { DeclarationChatError } from '../errors.js';
import type { ExpandOptions } from '../ingestion/expansion/expand-documents.js';
import { EXPANSION_SLOTS } from '../ingestion/expansion/expansion-request.js';
import type { RefreshOptions, RefreshOutcome } from '../ingestion/refresh-index.js';
import type { Encoder } from '../ports/encoder.js';
import type { ChatConfig, Config } from './config/config.js';
import { withProgress } from './progress.js';

/** A bar is shown once a download is known to be at least this large, in bytes. */
const SHOWN_FROM_BYTES = 1_000_000;
/** Small models on a processor take their time, and reply only when they have done. */
const EXPANSION_TIMEOUT_MS = 300_000;

/** Opens the configured models; a download shows its progress. */
export function loadModels(config: Config): Promise<Models> {
  const label = `Downloading ${config.embeddingModel} from ${config.hubAddress}`;
  return withProgress({ label, unit: 'bytes', silent: isForPrograms(config) }, (onProgress) =>
    openModels({
      model: config.embeddingModel,
      modelsDirectory: config.modelsDir,
      readerDir: config.readerDir,
      hubAddress: config.hubAddress,
      onDownload: ({ loadedBytes, totalBytes }) => {
        // The first files are small: a bar for them would be full before the model begins.
        if (totalBytes >= SHOWN_FROM_BYTES) onProgress({ done: loadedBytes, total: totalBytes });
      },
    }),
  );
}

/** Brings the configured index up to date with the corpus folder, showing the progress. */
export async function updateIndex(
  config: Config,
  encoder: Encoder,
  { signal, compareVectors }: Pick<RefreshOptions, 'signal' | 'compareVectors'> = {},
): Promise<RefreshOutcome> {
  // Statements of a build take as long as they take.
  const database =
    config.databaseUrl === undefined ? undefined : new Database({ url: config.databaseUrl });
  return withProgress(
    { label: 'Embedding', unit: 'paragraphs', silent: isForPrograms(config) },
    (onProgress) =>
      refreshCorpusIndex({
        ...config,
        database,
        encoder,
        log: createLog(config.log),
        signal,
        compareVectors,
        onProgress: ({ doneParagraphs, totalParagraphs }) => {
          onProgress({ done: doneParagraphs, total: totalParagraphs });
        },
      }),
  ).finally(() => database?.close());
}

/**
 * The same before questions are asked; of an index that a database holds, whoever ingests sees to
 * it.
 * @returns what the person who keeps the corpus may want to mend, a line each
 */
export async function updateOwnIndex(
  config: Config,
  encoder: Encoder,
  options?: Parameters<typeof updateIndex>[2],
): Promise<readonly string[]> {
  if (config.databaseUrl !== undefined) return [];
  return warningsOf(await updateIndex(config, encoder, options));
}

/** One for each configuration: generations of the index come and go, and share its connections. */
const DATABASES = new WeakMap<Config, Database>();

/** Where questions are asked of the configured database; undefined where there is none. */
export function databaseOf(config: Config): Database | undefined {
  const { databaseUrl: url } = config;
  if (url === undefined) return undefined;
  const database =
    DATABASES.get(config) ?? new Database({ url, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  DATABASES.set(config, database);
  return database;
}

/**
 * Opens the configured index and everything that answers questions from it; what that takes is
 * imported when it is called.
 */
export async function openAnswering(
  config: Config,
  { encoder, openReader }: Pick<Models, 'encoder' | 'openReader'>,
  observer?: Observer,
): Promise<Answering> {
  const [composition, reader] = await Promise.all([
    import('../composition/open-answering.js'),
    openReader(),
  ]);
  return composition.openAnswering({
    ...config,
    database: databaseOf(config),
    encoder,
    reader,
    claimReader: reader,
    log: createLog(config.log),
    observer,
    chatModels: await loadChatModels(config),
  });
}

/** What the person who keeps the corpus may want to mend, a line each. */
export function warningsOf(outcome: RefreshOutcome): readonly string[] {
  return [...corpusReport(outcome), ...indexReport(outcome)];
}

/**
 * The configured chat model, as writing everyday questions asks it.
 * @throws DeclarationChatError `invalid-arguments` where there is none, or it is not usable
 */
export async function loadExpansionModel({
  chat,
  promptsDir,
}: Config): Promise<Pick<ExpandOptions, 'ask' | 'prompt'> & { readonly chat: ChatConfig }> {
  if (chat === undefined) {
    throw new DeclarationChatError(
      'invalid-arguments',
      '--expand needs a chat model. Set CHAT_MODEL, and CHAT_BASE_URL for a server of your own; ' +
        'see .env.example.',
    );
  }
  const model = await loadChatModel({ ...chat, timeoutMs: EXPANSION_TIMEOUT_MS }).catch(asUnusable);
  return {
    chat,
    ask: (text, options) => askChatModel(model, text, options),
    prompt: await readPrompt(promptsDir, 'expand-questions', EXPANSION_SLOTS),
  };
}

/** The environment is how most arguments are given. */
function asUnusable(error: unknown): never {
  if (!(error instanceof DeclarationChatError)) throw error;
  throw new DeclarationChatError('invalid-arguments', error.message, { cause: error });
}

/** One for each configuration: generations of the index come and go, and spend together. */
const BUDGETS = new WeakMap<ChatConfig, TokenBudget>();

function budgetOf(chat: ChatConfig): TokenBudget | undefined {
  if (chat.dailyTokens === undefined) return undefined;
  const budget = BUDGETS.get(chat) ?? new TokenBudget(chat.dailyTokens, () => new Date());
  BUDGETS.set(chat, budget);
  return budget;
}

async function loadChatModels({ chat }: Config): Promise<ChatModels | undefined> {
  if (chat === undefined) return undefined;
  return {
    condensing: await loadChatModel(chat),
    answering: await loadChatModel({ ...chat, maxRetries: 0 }),
    budget: budgetOf(chat),
    prices: chat.prices,
    verifies: chat.verify === 'model',
  };
}

/** Whether standard error is read by programs, an object a line. */
function isForPrograms({ log }: Config): boolean {
  return log.format === 'json';
}

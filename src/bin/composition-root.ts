import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { loadChatModel } from '../adapters/chat-model/load-chat-model.js';
import { TokenBudget } from '../adapters/chat-model/token-budget.js';
import { createLog } from '../adapters/log/create-log.js';
import { readPrompt } from '../adapters/prompt-file.js';
import type { ChatModels } from '../composition/components.js';
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
import type { ChatConfig, Config } from './config.js';
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
export function updateIndex(
  config: Config,
  encoder: Encoder,
  { signal, compareVectors }: Pick<RefreshOptions, 'signal' | 'compareVectors'> = {},
): Promise<RefreshOutcome> {
  return withProgress(
    { label: 'Embedding', unit: 'paragraphs', silent: isForPrograms(config) },
    (onProgress) =>
      refreshCorpusIndex({
        ...config,
        encoder,
        log: createLog(config.log),
        signal,
        compareVectors,
        onProgress: ({ doneParagraphs, totalParagraphs }) => {
          onProgress({ done: doneParagraphs, total: totalParagraphs });
        },
      }),
  );
}

/**
 * Opens the configured index and everything that answers questions from it; what that takes is
 * imported when it is called.
 */
export async function openAnswering(
  config: Config,
  { encoder, openReader }: Pick<Models, 'encoder' | 'openReader'>,
): Promise<Answering> {
  const [composition, reader] = await Promise.all([
    import('../composition/open-answering.js'),
    openReader(),
  ]);
  return composition.openAnswering({
    ...config,
    encoder,
    reader,
    claimReader: reader,
    log: createLog(config.log),
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
    verifies: chat.verify === 'model',
  };
}

/** Whether standard error is read by programs, an object a line. */
function isForPrograms({ log }: Config): boolean {
  return log.format === 'json';
}

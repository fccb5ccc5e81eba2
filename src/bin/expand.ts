import { loadChatModel } from '../adapters/chat-model/load-chat-model.js';
import type { AskChatModel } from '../ports/chat-model.js';
import { askChatModel } from '../adapters/chat-model/ask-chat-model.js';
import { addExpansions } from '../adapters/corpus/add-expansions.js';
import { expansionsPath, withExpansions } from '../adapters/corpus/expansions.js';
import { readCorpus } from '../adapters/corpus/read-corpus.js';
import { readPrompt } from '../adapters/prompt-file.js';
import { DeclarationChatError } from '../errors.js';
import { estimateExpansion } from '../ingestion/expansion/estimate-expansion.js';
import {
  expandDocuments,
  type ExpandOptions,
  type ExpandOutcome,
} from '../ingestion/expansion/expand-documents.js';
import {
  EXPANSION_SLOTS,
  missingExpansions,
  type ExpansionRequest,
} from '../ingestion/expansion/expansion-request.js';
import { readDocuments } from '../ingestion/read-documents.js';
import { agreed } from './confirm.js';
import type { ChatConfig, Config } from './config.js';
import { createProgress } from './progress.js';
import { untilStopped } from './until-stopped.js';

/** Small models on a processor take their time, and reply only when they have done. */
const TIMEOUT_MS = 300_000;

/**
 * Has the configured chat model write everyday questions for every paragraph that has none, into
 * files beside the texts. False where the person who was asked whether to go on said no.
 * @throws DeclarationChatError `invalid-arguments` where there is no chat model, or nobody to ask
 *   and `yes` is false
 */
export async function expand(config: Config, { yes }: { readonly yes: boolean }): Promise<boolean> {
  const { documents, sources } = await readDocuments(config.corpusDir, {
    readCorpus,
    withExpansions,
  });
  const requests = missingExpansions(documents);
  if (requests.length === 0) {
    console.log('Every paragraph has its questions already.');
    return true;
  }
  const chat = configured(config);
  const model = await loadChatModel({ ...chat, timeoutMs: TIMEOUT_MS }).catch(asUnusable);
  const ask: AskChatModel = (text, options) => askChatModel(model, text, options);
  const prompt = await readPrompt(config.promptsDir, 'expand-questions', EXPANSION_SLOTS);
  const { inputTokens, outputTokens } = await estimateExpansion(requests, prompt);
  console.error(`No questions yet: ${perDocument(requests)}.`);
  console.error(
    `${nameOf(chat)} is to be asked ${count(requests.length, 'time')}: about ${inputTokens.toLocaleString('en')} tokens in, ${outputTokens.toLocaleString('en')} out, more where it thinks aloud.`,
  );
  if (!yes && !(await agreed())) {
    console.error('Nothing was asked of it.');
    return false;
  }
  const files = new Map(sources.map(({ metadata, path }) => [metadata.id, expansionsPath(path)]));
  const save: ExpandOptions['save'] = ({ id }, written) =>
    addExpansions(
      files.get(id) ?? '',
      written.map(({ paragraph, expansion }) => [paragraph.label, expansion]),
    );
  report(
    await untilStopped(
      (signal) => withProgress({ requests, ask, prompt, save, signal }),
      'Stopped. The questions written so far are kept; the same command goes on from there.',
    ),
  );
  return true;
}

function configured({ chat }: Config): ChatConfig {
  if (chat !== undefined) return chat;
  throw new DeclarationChatError(
    'invalid-arguments',
    '--expand needs a chat model. Set CHAT_MODEL, and CHAT_BASE_URL for a server of your own; see .env.example.',
  );
}

/** The environment is how most arguments are given. */
function asUnusable(error: unknown): never {
  if (error instanceof DeclarationChatError) {
    throw new DeclarationChatError('invalid-arguments', error.message);
  }
  throw error;
}

async function withProgress(options: ExpandOptions): Promise<ExpandOutcome> {
  const progress = createProgress({ label: 'Writing questions', unit: 'paragraphs' });
  try {
    return await expandDocuments({
      ...options,
      onProgress: (done) => {
        progress.update(done, options.requests.length);
      },
    });
  } finally {
    progress.stop();
  }
}

function report({ written, skipped }: ExpandOutcome): void {
  for (const { document, paragraph, reason } of skipped) {
    console.error(`No questions for ${document.id}, paragraph ${paragraph.label}: ${reason}`);
  }
  if (skipped.length > 0) console.error('The same command asks for those again.');
  console.log(`Questions written for ${count(written, 'paragraph')}.`);
}

/** `rivers-1999 (3 paragraphs), lakes-2001 (1 paragraph)` */
function perDocument(requests: readonly ExpansionRequest[]): string {
  const ids = requests.map(({ document }) => document.id);
  return [...new Set(ids)]
    .map((id) => `${id} (${count(ids.filter((other) => other === id).length, 'paragraph')})`)
    .join(', ');
}

/** The model, and whose it is: that is where the texts go. */
function nameOf({ model, baseUrl }: ChatConfig): string {
  return baseUrl === undefined ? model : `${model} at ${new URL(baseUrl).host}`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

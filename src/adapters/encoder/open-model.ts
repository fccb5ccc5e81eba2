import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  AutoModel,
  AutoModelForTokenClassification,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@xenova/transformers';
import { DeclarationChatError } from '../../errors.js';
import { openTokenizer } from './open-tokenizer.js';

const QUANTIZED = 'onnx/model_quantized.onnx';
const FULL = 'onnx/model.onnx';
const TOKENIZER_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** What of the library's settings differs from one load to the next. */
export type LibrarySettings = Partial<
  Pick<
    typeof env,
    'localModelPath' | 'cacheDir' | 'remoteHost' | 'allowLocalModels' | 'allowRemoteModels'
  >
>;

/** What models are used for here. */
const CLASSES = {
  'feature-extraction': AutoModel,
  'token-classification': AutoModelForTokenClassification,
} as const;

/** A model that can be run, and what makes its input of a text. */
export interface OpenModel {
  readonly model: PreTrainedModel;
  readonly tokenizer: PreTrainedTokenizer;
}

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * The library keeps its settings in one global, so that loads with different ones have to take
 * turns.
 */
export function withLibrarySettings<T>(
  settings: LibrarySettings,
  load: () => Promise<T>,
): Promise<T> {
  const turn = lastTurn.then(() => {
    Object.assign(env, settings);
    return holdingWarnings(load);
  });
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/**
 * The library prints why a model cannot be loaded, stack and all, before it throws the same: said
 * once is enough.
 */
async function holdingWarnings<T>(load: () => Promise<T>): Promise<T> {
  const held: unknown[][] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => held.push(words);
  try {
    const loaded = await load();
    for (const words of held) warn(...words);
    return loaded;
  } finally {
    console.warn = warn;
  }
}

/**
 * Loads a model from a folder; nothing is asked of a network.
 * @throws DeclarationChatError `model-unavailable`
 */
export async function openModel(folder: string, task: keyof typeof CLASSES): Promise<OpenModel> {
  const quantized = existsSync(join(folder, QUANTIZED));
  const lacking = TOKENIZER_FILES.filter((file) => !existsSync(join(folder, file)));
  if (!quantized && !existsSync(join(folder, FULL))) lacking.push(`${QUANTIZED} (or ${FULL})`);
  if (lacking.length > 0) {
    throw new DeclarationChatError(
      'model-unavailable',
      `The model in ${folder} is not whole: it lacks ${lacking.join(', ')}. Copy ` +
        'what is missing there, or set EMBEDDING_MODEL to another model.',
    );
  }
  const parent = dirname(folder);
  const settings = {
    localModelPath: parent,
    cacheDir: parent,
    allowLocalModels: true,
    allowRemoteModels: false,
  };
  try {
    return await withLibrarySettings(settings, async () => ({
      tokenizer: await openTokenizer(folder),
      model: await CLASSES[task].from_pretrained(basename(folder), {
        quantized,
        local_files_only: true,
      }),
    }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DeclarationChatError(
      'model-unavailable',
      `The model in ${folder} is damaged (${reason}). Copy its files there again, ` +
        'or set EMBEDDING_MODEL to another model.',
      { cause },
    );
  }
}

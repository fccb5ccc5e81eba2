import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import type { LoadOptions } from './load-options.js';

const HUB_ID = /^[\w-][\w.-]*\/[\w-][\w.-]*$/u;

/**
 * Where a model is loaded from; `missing` is a hub model that has to be downloaded into that folder
 * first.
 */
export interface ModelLocation {
  readonly folder: string;
  readonly missing: boolean;
}

/** Where downloads are kept, each in a folder of its hub id. */
export function cacheOf({ modelsDirectory }: Pick<LoadOptions, 'modelsDirectory'>): string {
  return resolve(modelsDirectory, '.cache');
}

/**
 * @throws DeclarationChatError `model-unavailable` where nothing on the disk has that name and no
 *   hub model can have it
 */
export function locateModel({ model, modelsDirectory }: LoadOptions): ModelLocation {
  const downloaded = join(cacheOf({ modelsDirectory }), model);
  for (const folder of [resolve(modelsDirectory, model), resolve(model), downloaded]) {
    if (existsSync(join(folder, 'config.json'))) return { folder, missing: false };
  }
  if (HUB_ID.test(model)) return { folder: downloaded, missing: true };
  throw new DeclarationChatError(
    'model-unavailable',
    `No embedding model "${model}": there is no ` +
      `${resolve(modelsDirectory, model, 'config.json')} and no ` +
      `${resolve(model, 'config.json')}. ` +
      'Set EMBEDDING_MODEL to a folder that holds config.json, tokenizer.json and onnx/, or ' +
      'to a hub model such as Xenova/all-MiniLM-L6-v2.',
  );
}

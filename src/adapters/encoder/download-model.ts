import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AutoModel, AutoTokenizer } from '@xenova/transformers';
import { DeclarationChatError } from '../../errors.js';
import type { DownloadProgress, LoadOptions } from './load-options.js';
import { cacheOf } from './locate-model.js';
import { openModel, withLibrarySettings } from './open-model.js';

const HUB = 'https://huggingface.co';
const ARRIVING = '.arriving-';
/** What is older was left by a download that was killed; what is younger may be going on. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Downloads a hub model into `folder`. It arrives in a folder beside and is moved when it can be
 * loaded from there, so that a download that broke off is never taken for a model.
 * @throws DeclarationChatError `model-unavailable`
 */
export async function downloadModel(folder: string, options: LoadOptions): Promise<void> {
  const cache = cacheOf(options);
  const arriving = join(cache, `${ARRIVING}${randomBytes(4).toString('hex')}`);
  const clearAway = (): void => {
    rmSync(arriving, { recursive: true, force: true });
  };
  process.once('exit', clearAway);
  try {
    await mkdir(arriving, { recursive: true });
    await removeAbandoned(cache);
    await fetchInto(arriving, options);
    const arrived = join(arriving, options.model);
    await (await openModel(arrived, 'feature-extraction')).model.dispose();
    await mkdir(dirname(folder), { recursive: true });
    await rename(arrived, folder).catch((error: unknown) => {
      // Another process may have finished the same download first.
      if (!existsSync(join(folder, 'config.json'))) throw error;
    });
  } catch (cause) {
    throw new DeclarationChatError('model-unavailable', failureMessage(folder, options, cause), {
      cause,
    });
  } finally {
    process.removeListener('exit', clearAway);
    clearAway();
  }
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((entry) => entry.startsWith(ARRIVING))) {
    const { mtimeMs } = await stat(join(cache, name));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}

async function fetchInto(
  arriving: string,
  { model, hubAddress = HUB, onDownload }: LoadOptions,
): Promise<void> {
  const files = new Map<string, { readonly loaded: number; readonly total: number }>();
  const report = (event: ProgressEvent): void => {
    if (event.status !== 'progress' || event.file === undefined) return;
    files.set(event.file, { loaded: event.loaded ?? 0, total: event.total ?? 0 });
    onDownload?.(sumOf([...files.values()]));
  };
  const remoteHost = hubAddress.endsWith('/') ? hubAddress : `${hubAddress}/`;
  const settings = {
    cacheDir: arriving,
    remoteHost,
    allowLocalModels: false,
    allowRemoteModels: true,
  };
  await withLibrarySettings(settings, async () => {
    const options = { progress_callback: report };
    // Not both at once: where one fails, the other would still be writing what is cleared away.
    await AutoTokenizer.from_pretrained(model, options);
    await (await AutoModel.from_pretrained(model, options)).dispose();
  });
}

/** What the library reports while it loads. */
interface ProgressEvent {
  readonly status: string;
  readonly file?: string;
  readonly loaded?: number;
  readonly total?: number;
}

function sumOf(
  files: readonly { readonly loaded: number; readonly total: number }[],
): DownloadProgress {
  return {
    loadedBytes: files.reduce((sum, { loaded }) => sum + loaded, 0),
    totalBytes: files.reduce((sum, { total }) => sum + total, 0),
  };
}

function failureMessage(
  folder: string,
  { model, hubAddress = HUB }: LoadOptions,
  cause: unknown,
): string {
  return (
    `The embedding model "${model}" could not be downloaded from ` +
    `${hubAddress.replace(/\/$/u, '')}/${model} (${reasonOf(cause)}), and ${folder} does ` +
    'not hold it. ' +
    'To work offline, unset EMBEDDING_MODEL to use the model that ships with the project, ' +
    `or copy the model's files into ${folder}.`
  );
}

/** `fetch` says only that it failed; why stands in what it was caused by. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && !error.message.includes(error.cause.message)
    ? `${error.message}: ${reasonOf(error.cause)}`
    : error.message;
}

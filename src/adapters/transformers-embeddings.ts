import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { env, pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';
import { DeclarationChatError } from '../errors.js';

/** Files of a model that decide what its vectors are. */
const FINGERPRINT_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const HUB_ID = /^[\w.-]+\/[\w.-]+$/u;

export interface DownloadProgress {
  readonly file: string;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface LoadOptions {
  /** A folder that holds the model, the name of one in `modelsDirectory`, or a hub model such as `Xenova/all-MiniLM-L6-v2`. */
  readonly model: string;
  /** Where named models stand; downloads are kept in its `.cache`. */
  readonly modelsDirectory: string;
  readonly onDownload?: (progress: DownloadProgress) => void;
}

/** Where to load a model from. `remote` models are looked up in the download cache first. */
interface ModelLocation {
  readonly root: string;
  readonly name: string;
  readonly remote: boolean;
}

/** LangChain embeddings by a local transformers.js model: mean pooling, vectors of unit length. */
export class TransformersEmbeddings extends Embeddings {
  /** As configured. */
  readonly model: string;
  /** SHA-256 over the model's files: the same vectors come from the same fingerprint. */
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #extractor: FeatureExtractionPipeline;

  private constructor(extractor: FeatureExtractionPipeline, model: { readonly name: string; readonly fingerprint: string; readonly dimensions: number }) {
    super({});
    this.#extractor = extractor;
    this.model = model.name;
    this.fingerprint = model.fingerprint;
    this.dimensions = model.dimensions;
  }

  /** @throws DeclarationChatError `model-unavailable` */
  static async load(options: LoadOptions): Promise<TransformersEmbeddings> {
    const location = locate(options);
    const extractor = await loadPipeline(location, options);
    const folder = join(location.root, location.name);
    const probe = await extractor('dimensions', { pooling: 'mean', normalize: true });
    return new TransformersEmbeddings(extractor, {
      name: options.model,
      fingerprint: await fingerprintOf(folder),
      dimensions: probe.data.length,
    });
  }

  override async embedQuery(text: string): Promise<number[]> {
    const output = await this.#extractor(text, { pooling: 'mean', normalize: true });
    return Array.from(output.data as Float32Array);
  }

  /** One text a call: a batch is padded to its longest text and pooled in JavaScript, which is slower. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push(await this.embedQuery(text));
    return vectors;
  }

  /** Whether the model has this one word whole in its vocabulary. */
  isWord(word: string): boolean {
    const pieces = this.#pieces(word);
    return pieces.length === 1 && pieces[0] !== this.#extractor.tokenizer.unk_token;
  }

  /** Whether the model knows any piece of the text; a vector of a text that it does not know says nothing. */
  understands(text: string): boolean {
    return this.#pieces(text).some((piece) => piece !== this.#extractor.tokenizer.unk_token && /[\p{L}\p{N}]/u.test(piece));
  }

  #pieces(text: string): string[] {
    // The tokenizer's own types end at its base class.
    const tokenizer = this.#extractor.tokenizer as unknown as { _encode_text(text: string): string[] | null };
    return tokenizer._encode_text(text) ?? [];
  }
}

function locate({ model, modelsDirectory }: LoadOptions): ModelLocation {
  for (const folder of [resolve(modelsDirectory, model), resolve(model)]) {
    if (existsSync(join(folder, 'config.json'))) return { root: dirname(folder), name: basename(folder), remote: false };
  }
  if (HUB_ID.test(model)) return { root: join(modelsDirectory, '.cache'), name: model, remote: true };
  throw new DeclarationChatError(
    'model-unavailable',
    `No embedding model "${model}": there is no ${join(modelsDirectory, model, 'config.json')} and no ${join(resolve(model), 'config.json')}. ` +
      'Set EMBEDDING_MODEL to a folder that holds config.json, tokenizer.json and onnx/, or to a hub model such as Xenova/all-MiniLM-L6-v2.',
  );
}

async function loadPipeline(location: ModelLocation, { model, onDownload }: LoadOptions): Promise<FeatureExtractionPipeline> {
  env.localModelPath = location.root;
  env.cacheDir = location.root;
  env.allowRemoteModels = location.remote;
  // A remote model is found in the cache; looking for it in the local folder too only prints warnings.
  env.allowLocalModels = !location.remote;
  const folder = join(location.root, location.name);
  const quantized = location.remote || existsSync(join(folder, 'onnx', 'model_quantized.onnx'));
  try {
    return await pipeline('feature-extraction', location.name, {
      quantized,
      local_files_only: !location.remote,
      progress_callback: (event: { status: string; file?: string; loaded?: number; total?: number }) => {
        if (location.remote && event.status === 'progress') {
          onDownload?.({ file: event.file ?? '', loadedBytes: event.loaded ?? 0, totalBytes: event.total ?? 0 });
        }
      },
    });
  } catch (cause) {
    throw new DeclarationChatError('model-unavailable', unavailableMessage(location, model, cause), { cause });
  }
}

function unavailableMessage(location: ModelLocation, model: string, cause: unknown): string {
  const folder = join(location.root, location.name);
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (!location.remote) {
    return `The embedding model in ${folder} cannot be loaded (${reason}). It needs config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx.`;
  }
  return (
    `The embedding model "${model}" could not be downloaded from ${env.remoteHost}${location.name}, and ${folder} does not hold it (${reason}). ` +
    `To work offline, unset EMBEDDING_MODEL to use the model that ships with the project, or copy the model's files into ${folder}.`
  );
}

async function fingerprintOf(folder: string): Promise<string> {
  const weights = (await readdir(join(folder, 'onnx'))).filter((name) => name.endsWith('.onnx')).map((name) => join('onnx', name));
  const hash = createHash('sha256');
  for (const file of [...FINGERPRINT_FILES, ...weights.sort()]) {
    if (existsSync(join(folder, file))) hash.update(file).update('\0').update(await readFile(join(folder, file)));
  }
  return hash.digest('hex');
}

import type { DownloadProgress, LoadOptions } from '../adapters/encoder/load-options.js';
import { HostedEncoder } from '../adapters/model-host/hosted-encoder.js';
import { HostedReader } from '../adapters/model-host/hosted-reader.js';
import { ModelHost } from '../adapters/model-host/model-host.js';
import type { VocabularyEncoder } from '../ports/encoder.js';
import type { ClaimReader } from '../ports/claim-reader.js';
import type { PassageReader } from '../ports/passage-reader.js';
import { MODELS_DIR, READER_DIR, SHIPPED_MODEL } from './shipped-files.js';

export interface ModelFolders extends LoadOptions {
  /** Folder of the reader. */
  readonly readerDir: string;
}

/** The models that questions are answered with, in a process of their own. */
export interface Models {
  readonly encoder: VocabularyEncoder;
  /** Opens the reader; it is loaded behind the encoder. */
  readonly openReader: () => Promise<PassageReader & ClaimReader>;
  /**
   * Waits until the encoder is loaded.
   * @throws DeclarationChatError `model-unavailable`
   */
  readonly ready: () => Promise<void>;
  /** Ends the process. One that is idle ends with this program all the same. */
  readonly close: () => void;
}

const SHIPPED: ModelFolders = {
  model: SHIPPED_MODEL,
  modelsDirectory: MODELS_DIR,
  readerDir: READER_DIR,
};

/**
 * Begins to load the encoder, beside whatever is done next.
 * @param folders those of the models that ship unless given
 * @throws DeclarationChatError `model-unavailable`
 */
export async function openModels(folders: ModelFolders = SHIPPED): Promise<Models> {
  const { onDownload, readerDir, ...options } = folders;
  const tell = (progress: DownloadProgress): void => onDownload?.(progress);
  const host = new ModelHost({ encoder: options, readerDir }, tell);
  try {
    const encoder = await HostedEncoder.open(host, options);
    return {
      encoder,
      openReader: () => HostedReader.open(host, readerDir),
      ready: () => encoder.ready(),
      close: () => {
        host.close();
      },
    };
  } catch (error) {
    host.close();
    throw error;
  }
}

let shippedHost: ModelHost | undefined;
let shippedEncoder: Promise<HostedEncoder> | undefined;

/**
 * The models that ship, held once in a program, whatever it opens. Begins to load the encoder.
 * @throws DeclarationChatError `model-unavailable`
 */
export async function openShippedModels(): Promise<Pick<Models, 'encoder' | 'openReader'>> {
  shippedEncoder ??= HostedEncoder.open(theShippedHost(), SHIPPED).catch((error: unknown) => {
    // What failed is tried again when it is asked for again.
    shippedEncoder = undefined;
    throw error;
  });
  return { encoder: await shippedEncoder, openReader: openShippedReader };
}

/** The reader that ships, beside an encoder of somebody else too; held once in a program. */
export function openShippedReader(): Promise<PassageReader & ClaimReader> {
  return HostedReader.open(theShippedHost(), READER_DIR);
}

function theShippedHost(): ModelHost {
  const { readerDir, ...encoder } = SHIPPED;
  shippedHost ??= new ModelHost({ encoder, readerDir });
  return shippedHost;
}

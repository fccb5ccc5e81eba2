import type { DownloadProgress, LoadOptions } from '../adapters/encoder/load-options.js';
import { HostedEncoder } from '../adapters/model-host/hosted-encoder.js';
import { HostedReader } from '../adapters/model-host/hosted-reader.js';
import { HostedClaimReader } from '../adapters/model-host/hosted-claim-reader.js';
import { ModelHost } from '../adapters/model-host/model-host.js';
import type { VocabularyEncoder } from '../ports/encoder.js';
import type { ClaimReader } from '../ports/claim-reader.js';
import type { PassageReader } from '../ports/passage-reader.js';
import { CLAIM_READER_DIR, MODELS_DIR, READER_DIR, SHIPPED_MODEL } from './shipped-files.js';

export interface ModelFolders extends LoadOptions {
  /** Folder of the reader. */
  readonly readerDir: string;
  /** Folder of the reader of claims. */
  readonly claimReaderDir: string;
}

/** The models that questions are answered with, in a process of their own. */
export interface Models {
  readonly encoder: VocabularyEncoder;
  /** Opens the reader; it is loaded behind the encoder. */
  readonly openReader: () => Promise<PassageReader>;
  /** Opens the reader of claims; it is loaded with the first. */
  readonly openClaimReader: () => Promise<ClaimReader>;
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
  claimReaderDir: CLAIM_READER_DIR,
};

/**
 * Begins to load the encoder, beside whatever is done next.
 * @param folders those of the models that ship unless given
 * @throws DeclarationChatError `model-unavailable`
 */
export async function openModels(folders: ModelFolders = SHIPPED): Promise<Models> {
  const { onDownload, readerDir, claimReaderDir, ...options } = folders;
  const tell = (progress: DownloadProgress): void => onDownload?.(progress);
  const host = new ModelHost({ encoder: options, readerDir, claimReaderDir }, tell);
  try {
    const encoder = await HostedEncoder.open(host, options);
    return {
      encoder,
      openReader: () => HostedReader.open(host, readerDir),
      openClaimReader: () => HostedClaimReader.open(host, claimReaderDir),
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

/** The readers that ship, beside an encoder of somebody else. */
export function openShippedReaders(): Pick<Models, 'openReader' | 'openClaimReader'> {
  const { readerDir, claimReaderDir, ...encoder } = SHIPPED;
  const host = new ModelHost({ encoder, readerDir, claimReaderDir });
  return {
    openReader: () => HostedReader.open(host, readerDir),
    openClaimReader: () => HostedClaimReader.open(host, claimReaderDir),
  };
}

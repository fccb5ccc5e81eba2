export interface DownloadProgress {
  /** Bytes of all files that have begun to arrive. */
  readonly loadedBytes: number;
  /** Grows while further files begin. */
  readonly totalBytes: number;
}

export interface LoadOptions {
  /**
   * A folder that holds the model, the name of one in `modelsDirectory`, or a hub model such as
   * `Xenova/all-MiniLM-L6-v2`.
   */
  readonly model: string;
  /** Where named models stand; downloads are kept in its `.cache`. */
  readonly modelsDirectory: string;
  /** Where hub models are downloaded from; `https://huggingface.co` unless given. */
  readonly hubAddress?: string | undefined;
  readonly onDownload?: ((progress: DownloadProgress) => void) | undefined;
}

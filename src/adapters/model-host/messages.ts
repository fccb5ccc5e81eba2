import type { ErrorCode } from '../../errors.js';
import type { EncodedSide } from '../../ports/encoder.js';
import type { TokenMatch } from '../../ports/token-matcher.js';
import type { PassageReading } from '../../ports/passage-reader.js';
import type { DownloadProgress, LoadOptions } from '../encoder/load-options.js';

/** The models that one process holds; each is loaded when it is first needed. */
export interface HostedModels {
  readonly encoder: Omit<LoadOptions, 'onDownload'>;
  /** Folder of the reader. */
  readonly readerDir: string;
}

/** What the process is asked to do: one thing at a time. */
export type Job =
  | { readonly kind: 'load-encoder' }
  | { readonly kind: 'load-reader' }
  | { readonly kind: 'embed'; readonly side: EncodedSide; readonly texts: readonly string[] }
  | { readonly kind: 'match'; readonly question: string; readonly text: string }
  | {
      readonly kind: 'read';
      readonly question: string;
      readonly passages: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'weigh';
      readonly claim: string;
      readonly cited: readonly (readonly string[])[];
    };

/** What comes of a job. */
export interface JobResults {
  /** Numbers of a vector. */
  readonly 'load-encoder': number;
  readonly 'load-reader': undefined;
  /** A vector for each text, in their order. */
  readonly embed: readonly Float32Array[];
  readonly match: TokenMatch | undefined;
  readonly read: PassageReading[];
  readonly weigh: number[];
}

export type ResultOf<Asked extends Job> = JobResults[Asked['kind']];

/** Sent to the process: which models it holds, once, at first; then jobs. */
export type ToProcess =
  { readonly models: HostedModels; readonly job?: never } | { readonly job: Job };

/** Sent by the process. The last but the first end the job that it is at. */
export type FromProcess =
  | { readonly kind: 'download'; readonly progress: DownloadProgress }
  | { readonly kind: 'done'; readonly result: JobResults[Job['kind']] }
  | {
      readonly kind: 'failed';
      /** Absent where it is no error of the registry. */
      readonly code: ErrorCode | undefined;
      readonly message: string;
    };

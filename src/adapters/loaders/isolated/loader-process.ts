import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoadedText } from '../../../ports/file-loader.js';
import { unreadable } from '../unreadable.js';
import type { FileToRead, FromLoader, ReadResult } from './messages.js';

/** The program stands beside this file, compiled or not as this file is. */
const EXTENSION = extname(import.meta.url);
const PROGRAM = fileURLToPath(new URL(`./loader-main${EXTENSION}`, import.meta.url));
/** Of objects, in megabytes: what a file of the largest size that is read takes, several times. */
const MAX_HEAP_MB = 224;
/** A small file is read in a fraction of it on a slow machine. */
const TIME_LIMIT_MS = 8_000;
/** Large files take their time: 20 MiB have a minute. */
const LIMIT_MS_PER_MIB = 2_500;
/** As have many pages, each when it is read. */
const LIMIT_MS_PER_PAGE = 100;
/** Until what reads a format is loaded, which no file can make longer. */
const START_LIMIT_MS = 60_000;

/**
 * A process of its own that reads files: one that takes too long, or all memory, ends it and
 * nothing else. Started with the first file, and again after it was ended; keeps nothing alive.
 */
export class LoaderProcess {
  #child: ChildProcess | undefined;

  /**
   * Reads one file; the next may be given when it is done.
   * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name
   */
  async read(file: FileToRead, signal?: AbortSignal): Promise<LoadedText> {
    signal?.throwIfAborted();
    const child = (this.#child ??= start());
    try {
      const result = await answerOf(child, { file, signal });
      if (result.kind === 'loaded') return result.loaded;
      throw unreadable(
        result.kind === 'refused'
          ? result.why
          : `is damaged, or no ${file.format.toUpperCase()} (${oneLine(result.message)}). Save it anew.`,
      );
    } finally {
      if (!child.connected) this.#child = undefined;
    }
  }

  close(): void {
    if (this.#child?.connected === true) this.#child.disconnect();
    this.#child = undefined;
  }
}

function start(): ChildProcess {
  return fork(PROGRAM, {
    execArgv: [
      `--max-old-space-size=${MAX_HEAP_MB}`,
      // Sources need their loader.
      ...(EXTENSION === '.ts' ? ['--import', sourceLoader()] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function sourceLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}

interface Asked {
  readonly file: FileToRead;
  readonly signal: AbortSignal | undefined;
}

/** Ends the process where it does not answer in time, or is no longer wanted to. */
function answerOf(child: ChildProcess, { file, signal }: Asked): Promise<ReadResult> {
  return new Promise<ReadResult>((resolve, reject) => {
    const settle = (end: () => void): void => {
      deadline.clear();
      signal?.removeEventListener('abort', onAbort);
      child.removeAllListeners();
      child.unref();
      child.channel?.unref();
      end();
    };
    const stop = (reason: Error): void => {
      settle(() => {
        if (child.connected) child.disconnect();
        child.kill('SIGKILL');
        reject(reason);
      });
    };
    const onAbort = (): void => {
      stop(signal?.reason as Error);
    };
    const deadline = new Deadline(file.bytes.length, () => {
      stop(unreadable(`takes too long to read. ${SAVE_AS_TEXT}`));
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    child.on('message', (message: FromLoader) => {
      if (message.kind === 'started' || message.kind === 'page') deadline.move(message.kind);
      else {
        settle(() => {
          resolve(message);
        });
      }
    });
    child.once('exit', () => {
      stop(unreadable(`takes more memory to read than there is for one file. ${SAVE_AS_TEXT}`));
    });
    child.once('error', stop);
    child.ref();
    child.channel?.ref();
    child.send(file, () => undefined);
  });
}

/** When reading has to end; comes later for large files, and with every page. */
class Deadline {
  readonly #forFile: number;
  readonly #onPassed: () => void;
  #at = performance.now() + START_LIMIT_MS;
  #timer: NodeJS.Timeout;

  constructor(bytes: number, onPassed: () => void) {
    this.#forFile = TIME_LIMIT_MS + (bytes / 2 ** 20) * LIMIT_MS_PER_MIB;
    this.#onPassed = onPassed;
    this.#timer = this.#start();
  }

  move(step: 'started' | 'page'): void {
    if (step === 'started') this.#at = performance.now() + this.#forFile;
    else this.#at += LIMIT_MS_PER_PAGE;
    this.clear();
    this.#timer = this.#start();
  }

  clear(): void {
    clearTimeout(this.#timer);
  }

  #start(): NodeJS.Timeout {
    return setTimeout(this.#onPassed, Math.max(0, this.#at - performance.now()));
  }
}

const SAVE_AS_TEXT = 'Save it anew, in parts, or as text.';

function oneLine(message: string): string {
  return message.replace(/\s+/gu, ' ').slice(0, 200);
}

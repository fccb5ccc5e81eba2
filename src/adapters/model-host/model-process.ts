import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { getPriority, setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DeclarationChatError } from '../../errors.js';
import type { DownloadProgress } from '../encoder/load-options.js';
import type { FromProcess, HostedModels, Job, ResultOf, ToProcess } from './messages.js';

/** The program stands beside this file, compiled or not as this file is. */
const EXTENSION = extname(import.meta.url);
const PROGRAM = fileURLToPath(new URL(`./host-main${EXTENSION}`, import.meta.url));
/** The last of what a process said on standard error, in characters: why it died may stand there. */
const KEPT_WORDS = 2000;

/**
 * By so much less urgent than who started it: 0 is usual, 19 the lowest. A server that has to wait for
 * its models to leave it a processor is late with everything else too.
 */
const LESS_URGENT = 5;
const LEAST_URGENT = 19;

/** What is told of a job while it is done, and in the end. */
interface Asked {
  readonly onDownload: ((progress: DownloadProgress) => void) | undefined;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A process of its own that runs models: the engine does not return before it has an answer, and
 * whoever serves others must not wait for it. Keeps nothing alive while it is idle.
 */
export class ModelProcess {
  readonly #child: ChildProcess;
  #asked: Asked | undefined;
  #words = '';
  #ended = false;

  constructor(models: HostedModels) {
    this.#child = fork(PROGRAM, {
      // Sources need their loader; nothing else of how this process was started concerns it.
      execArgv: EXTENSION === '.ts' ? ['--import', sourceLoader()] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    if (this.#child.pid !== undefined) lowerPriority(this.#child.pid);
    this.#child.on('message', (message) => {
      this.#heard(message as FromProcess);
    });
    this.#child.once('exit', (code, signal) => {
      this.#end(`ended by itself (${signal ?? `status ${String(code)}`})`);
    });
    this.#child.once('error', ({ message }) => {
      this.#end(`could not be started (${message})`);
    });
    const { stderr } = this.#child;
    stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#words = (this.#words + words).slice(-KEPT_WORDS);
    });
    if (stderr !== null && 'unref' in stderr) (stderr as { unref: () => void }).unref();
    this.#child.unref();
    this.#child.channel?.unref();
    this.#send({ models });
  }

  /** Whether it does no more jobs. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Does one job; the next may be asked for when it is done.
   * @throws DeclarationChatError what the model throws; `model-unavailable` where the process dies
   */
  run<Task extends Job>(
    job: Task,
    onDownload?: (progress: DownloadProgress) => void,
  ): Promise<ResultOf<Task>> {
    return new Promise<ResultOf<Task>>((resolve, reject) => {
      this.#asked = { onDownload, resolve, reject };
      this.#child.channel?.ref();
      this.#send({ job });
    });
  }

  /** It ends as soon as it notices. */
  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
    this.#end('was stopped');
  }

  #send(message: ToProcess): void {
    // The end of a process is told by its exit, which may come later than what fails by it.
    this.#child.send(message, () => undefined);
  }

  #heard(message: FromProcess): void {
    if (message.kind === 'download') {
      this.#asked?.onDownload?.(message.progress);
      return;
    }
    const asked = this.#take();
    if (message.kind === 'done') asked?.resolve(message.result as never);
    else asked?.reject(toError(message));
  }

  #end(how: string): void {
    this.#ended = true;
    this.#take()?.reject(
      new DeclarationChatError(
        'model-unavailable',
        `The process that runs the models ${how}. What is asked next starts another; ` +
          'where that ends too, the memory may be too small, or a model damaged.',
        { cause: this.#words.trim() || undefined },
      ),
    );
  }

  #take(): Asked | undefined {
    const asked = this.#asked;
    this.#asked = undefined;
    if (this.#child.connected) this.#child.channel?.unref();
    return asked;
  }
}

/** Before it starts threads, which have its priority. */
function lowerPriority(pid: number): void {
  try {
    setPriority(pid, Math.min(LEAST_URGENT, getPriority() + LESS_URGENT));
  } catch {
    // It may have ended already, or the system may not allow it.
  }
}

function sourceLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}

function toError({ code, message }: Extract<FromProcess, { kind: 'failed' }>): Error {
  return code === undefined ? new Error(message) : new DeclarationChatError(code, message);
}

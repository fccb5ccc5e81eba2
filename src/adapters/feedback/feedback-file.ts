import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { FEEDBACK_KINDS, type FeedbackBook, type FeedbackEntry } from '../../ports/feedback.js';

/** A file of some 5,000 questions; the one before it is kept, so that the disk holds twice that. */
const MAX_BYTES = 1024 * 1024;

const entry = z.object({
  day: z.string(),
  kind: z.enum(FEEDBACK_KINDS),
  question: z.string(),
  places: z.array(z.string()),
});

/** Lines of JSON in a file that only its owner may read. */
export class FeedbackFile implements FeedbackBook {
  readonly #path: string;
  readonly #maxBytes: number;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, { maxBytes = MAX_BYTES }: { readonly maxBytes?: number } = {}) {
    this.#path = path;
    this.#maxBytes = maxBytes;
  }

  /** One after the other, each line whole. */
  add(added: FeedbackEntry): Promise<void> {
    const written = this.#writing.then(() => this.#append(`${JSON.stringify(added)}\n`));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #append(line: string): Promise<void> {
    const size = (await stat(this.#path).catch(() => undefined))?.size ?? 0;
    if (size === 0) await mkdir(dirname(this.#path), { recursive: true });
    if (size > 0 && size + Buffer.byteLength(line) > this.#maxBytes) {
      await rename(this.#path, earlierFile(this.#path));
    }
    await appendFile(this.#path, line, { mode: 0o600 });
  }
}

/** All that is kept, oldest first; lines that are not whole are passed over. Empty without a file. */
export async function readFeedback(path: string): Promise<FeedbackEntry[]> {
  const contents = await Promise.all(
    [earlierFile(path), path].map((file) => readFile(file, 'utf8').catch(ifThere)),
  );
  return contents
    .flatMap((content) => content.split('\n'))
    .flatMap((line) => {
      const parsed = entry.safeParse(parseLine(line));
      return parsed.success ? [parsed.data] : [];
    });
}

function earlierFile(path: string): string {
  return `${path}.1`;
}

function ifThere(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
  throw error;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

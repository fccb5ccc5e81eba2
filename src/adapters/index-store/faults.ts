import { DeclarationChatError } from '../../errors.js';

/** Ends every message about an index that cannot be used as it is. */
export const REMEDY = 'Run `npm run ingest`.';

/** Why the system refuses to write, in words for the person who runs the command. */
const WRITE_FAILURES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space',
  EDQUOT: 'the disk quota is used up. Free some space',
  EFBIG: 'a file would be larger than allowed here. Raise the limit',
  EACCES: 'this process may not write there. Grant it the right',
  EPERM: 'this process may not write there. Grant it the right',
  EROFS: 'it is on a read-only disk. Make it writable',
  ENOTDIR: 'a part of its path is a file. Move that file away',
  EEXIST: 'a file stands where the folder should be. Move it away',
};

export function corrupt(path: string, what: string, cause?: unknown): DeclarationChatError {
  return new DeclarationChatError('index-corrupt', `${path} is damaged: ${what}. ${REMEDY}`, {
    cause,
  });
}

/**
 * What to throw when writing an index failed: in words where the system refused, else as it was.
 */
export function writeFault(directory: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  const reason = WRITE_FAILURES[code] ?? `${(error as Error).message}. Correct that`;
  return unwritable(directory, reason, error);
}

export function unwritable(
  directory: string,
  reason: string,
  cause?: unknown,
): DeclarationChatError {
  const message =
    `The index cannot be written to ${directory}: ${reason}, or name another ` +
    'folder with --index or INDEX_DIR. An index that was there before is as ' +
    'it was.';
  return new DeclarationChatError('index-unwritable', message, { cause });
}

/** What to throw where a process no longer holds the lock of an index that it was writing. */
export function lockLost(directory: string, cause?: unknown): DeclarationChatError {
  const message =
    `The index was not written to ${directory}: this process stood still for so long that ` +
    `another took over, or its writer.lock was removed. ${REMEDY}`;
  return new DeclarationChatError('index-unwritable', message, { cause });
}

/** The system's own code of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error &&
    'code' in error &&
    'syscall' in error &&
    typeof error.code === 'string'
    ? error.code
    : undefined;
}

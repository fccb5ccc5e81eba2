import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { unreadable } from '../loaders/unreadable.js';

/**
 * The bytes of a regular file.
 * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name
 */
export async function readBounded(file: string, maxBytes: number): Promise<Uint8Array> {
  // What became a pipe meanwhile must not be waited for.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (error: unknown) => {
      throw unreadable(whyClosed(error as NodeJS.ErrnoException), error);
    },
  );
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw unreadable('is not a regular file. Put a file in its place.');
    if (status.size > maxBytes) {
      throw unreadable(
        `has ${status.size} bytes, more than the ${maxBytes} allowed for one text. Divide it into ` +
          'several files.',
      );
    }
    const bytes = new Uint8Array(status.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

function whyClosed({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'may not be read. Check its permissions.';
    case 'ENOENT':
      return 'vanished while the folder was read.';
    default:
      return `cannot be read: ${message}.`;
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './faults.js';

/** Some systems cannot open or flush a folder; their own order of writing has to do there. */
const FOLDER_NOT_FLUSHABLE: readonly (string | undefined)[] = [
  'EISDIR',
  'EPERM',
  'EACCES',
  'EINVAL',
];

/** Writes a file and waits until it is on the disk. */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until a file that somebody else wrote is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until a folder's list of names is on the disk. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    if (process.platform !== 'win32' || !FOLDER_NOT_FLUSHABLE.includes(errorCode(error))) {
      throw error;
    }
  }
}

/** Replaces a file in one step: a reader sees the old one or the new one, also after a crash. */
export async function replaceFile(path: string, data: string): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeDurably(beside, data);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The same file under a second name; a copy where the disk knows no such thing. */
export async function share(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    // Gone, or another build's: nothing to copy either.
    if (['ENOENT', 'ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')) throw error;
    await copyFile(from, to);
  }
}

export interface FileDigest {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Length and hash of one and the same reading of a file. */
export async function digestFile(path: string): Promise<FileDigest> {
  // What is none, such as a pipe, may never end.
  if (!(await stat(path)).isFile()) throw new Error(`${path} is not a file.`);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, {
    highWaterMark: 1 << 20,
  }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

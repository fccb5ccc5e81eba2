import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import { byCodeUnit } from '../../documents/by-code-unit.js';
import type { SkippedFile } from '../../ports/corpus.js';

export interface FileList {
  /** Sorted by code unit, so that the order is the same on every machine. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * The files of a folder and of the folders in it. Hidden files and folders are passed over
 * silently; a link to a file within counts as the file, a link to a folder is not followed (it may
 * lead back up).
 * @throws DeclarationChatError `unreadable-corpus` where the folder itself cannot be listed.
 */
export async function listFiles(directory: string): Promise<FileList> {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];
  const open: string[] = [];
  const take = async (folder: string, entries: readonly Dirent[]): Promise<void> => {
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory()) open.push(file);
      else {
        const reason = entry.isFile() ? undefined : await reasonToLeaveOut(file, entry, directory);
        if (reason === undefined) files.push(file);
        else skipped.push({ path: file, reason });
      }
    }
  };
  await take(directory, await listRoot(directory));
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    try {
      await take(folder, await readdir(folder, { withFileTypes: true }));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const reason = `cannot be listed (${code ?? String(error)}). Check the folder's permissions.`;
      skipped.push({ path: folder, reason });
    }
  }
  return { files: files.sort(byCodeUnit), skipped };
}

async function reasonToLeaveOut(
  file: string,
  entry: Dirent,
  corpus: string,
): Promise<string | undefined> {
  if (!entry.isSymbolicLink()) return 'is not a regular file. Put a file in its place.';
  const target = await stat(file).catch(() => undefined);
  if (target === undefined) return 'is a link that leads nowhere. Remove it.';
  if (target.isDirectory()) return 'is a link to a folder; links to folders are not followed.';
  if (!target.isFile()) return 'is a link to what is not a regular file. Remove it.';
  return (await liesWithin(file, corpus))
    ? undefined
    : 'is a link that leads out of the corpus folder. Put the file itself there.';
}

/** Whether a file really lies in the folder, wherever links lead. */
export async function liesWithin(file: string, directory: string): Promise<boolean> {
  const way = path.relative(await realpath(directory), await realpath(file));
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

async function listRoot(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const what =
      code === 'ENOENT'
        ? 'does not exist'
        : code === 'ENOTDIR'
          ? 'is not a folder'
          : `cannot be listed (${code ?? String(cause)})`;
    throw new DeclarationChatError(
      'unreadable-corpus',
      `The corpus folder ${folder} ${what}. Create it and put texts into it, or name another ` +
        'one with --corpus or CORPUS_DIR.',
      { cause },
    );
  }
}

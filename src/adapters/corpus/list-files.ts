import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DeclarationChatError } from '../../errors.js';
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
 * silently; a link to a file counts as the file, a link to a folder is not followed (it may lead
 * back up).
 * @throws DeclarationChatError `unreadable-corpus` where the folder cannot be listed.
 */
export async function listFiles(directory: string): Promise<FileList> {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];
  const open = [directory];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of await list(folder, directory)) {
      const file = path.join(folder, entry.name);
      if (isHidden(entry.name)) continue;
      if (entry.isDirectory()) open.push(file);
      else if (entry.isFile()) files.push(file);
      else if (entry.isSymbolicLink()) {
        const target = await stat(file).catch(() => undefined);
        if (target?.isFile() === true) files.push(file);
        else {
          skipped.push({
            path: file,
            reason:
              target === undefined
                ? 'a link that leads nowhere'
                : 'a link to a folder; links to folders are not followed',
          });
        }
      } else skipped.push({ path: file, reason: 'not a regular file' });
    }
  }
  return { files: files.sort(byCodeUnit), skipped };
}

async function list(folder: string, corpus: string): Promise<readonly Dirent[]> {
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
      `The corpus folder ${folder} ${what}. Create it and put .txt or .md files into it, or ` +
        `name another one with --corpus or CORPUS_DIR (now ${corpus}).`,
      { cause },
    );
  }
}

/** Order that does not depend on the machine's locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

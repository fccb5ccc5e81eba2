import { readdirSync, readlinkSync } from 'node:fs';

/** Whether the system tells which files a process has open. */
export const TELLS_OPEN_FILES = process.platform === 'linux';

/** How many files below a folder this process has open. */
export function openFilesIn(folder: string): number {
  return readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(`${folder}/`);
    } catch {
      // It was closed meanwhile.
      return false;
    }
  }).length;
}

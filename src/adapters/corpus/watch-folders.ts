import { once } from 'node:events';
import path from 'node:path';
import { watch } from 'chokidar';

/** A file is taken for written when it has stayed as it is for so long. */
const WRITTEN_AFTER_MS = 300;
/** What changes together is told once: a copy of many files comes in pieces. */
const TOLD_AFTER_MS = 300;

export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Tells when a file in one of the folders comes, goes or changes; hidden ones do not count. Where
 * the system does not tell, as on some network disks, set `CHOKIDAR_USEPOLLING=1`. Nothing is missed
 * once it has begun.
 */
export async function watchFolders(
  folders: readonly string[],
  {
    onChange,
    onTrouble,
  }: { readonly onChange: () => void; readonly onTrouble: (error: unknown) => void },
): Promise<FolderWatch> {
  const roots = folders.map((folder) => path.resolve(folder));
  const watcher = watch(roots, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file) =>
      roots.every((root) => file !== root) &&
      (path.basename(file).startsWith('.') || path.basename(file) === 'node_modules'),
    awaitWriteFinish: { stabilityThreshold: WRITTEN_AFTER_MS, pollInterval: 100 },
  });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, TOLD_AFTER_MS);
  });
  watcher.on('error', onTrouble);
  // What comes before is taken for what was there at first.
  await once(watcher, 'ready');
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

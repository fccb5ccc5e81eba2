import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A folder itself, or the one that it would be made in. */
export async function nearestFolder(path: string): Promise<string> {
  const folder = resolve(path);
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

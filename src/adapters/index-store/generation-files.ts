import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigest, IndexManifest } from '../../ports/index-storage.js';
import { corrupt } from './faults.js';
import { isGenerationName, MANIFEST } from './generations.js';

/**
 * Where a file of a generation is. A later build may have removed the generation meanwhile: then the
 * very same file of another one.
 * @throws DeclarationChatError `index-corrupt` where there is none any more
 */
export function pathIn(
  directory: string,
  { generation, files }: Pick<IndexManifest, 'generation' | 'files'>,
  name: string,
): string {
  const path = join(directory, generation, name);
  if (existsSync(path)) return path;
  const others = existsSync(directory) ? readdirSync(directory).filter(isGenerationName) : [];
  const same = others.find(
    (other) => digestIn(join(directory, other), name)?.sha256 === files[name]?.sha256,
  );
  if (same === undefined) throw corrupt(path, 'later builds have removed it');
  return join(directory, same, name);
}

/** What the manifest of another generation says of a file; undefined where it says nothing. */
function digestIn(folder: string, name: string): FileDigest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as IndexManifest;
    return existsSync(join(folder, name)) ? manifest.files[name] : undefined;
  } catch {
    return undefined;
  }
}

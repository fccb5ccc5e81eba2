import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isGenerationName } from './generations.js';

/** A generation in an index folder. */
export interface GenerationFolder {
  readonly directory: string;
  readonly generation: string;
}

/**
 * Where a file of a document is. A later build may have removed that generation meanwhile: then the
 * same file of another one, since they are named by what is in them.
 */
export function pathIn({ directory, generation }: GenerationFolder, name: string): string {
  const path = join(directory, generation, name);
  if (existsSync(path) || !existsSync(directory)) return path;
  const elsewhere = readdirSync(directory)
    .filter(isGenerationName)
    .map((other) => join(directory, other, name));
  return elsewhere.find((other) => existsSync(other)) ?? path;
}

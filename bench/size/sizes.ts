import type { Machine } from '../machine.js';
import { readResults, saveResults } from '../save-results.js';
import type { BuildResult } from './build-main.js';
import type { Row } from './row.js';

/** What was measured at one size. */
export interface Size {
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  /** Made paragraphs; those of the texts that ship come on top. */
  readonly passages: number;
  readonly machine: Machine & { readonly load: number };
  readonly rounds: number;
  readonly built: BuildResult;
  /** By engine, ours first. */
  readonly rows: Readonly<Record<string, Row>>;
}

/** All sizes that were measured so far, the smallest first. */
export async function readSizes(): Promise<readonly Size[]> {
  return (
    ((await readResults('size')) as { readonly sizes: readonly Size[] } | undefined)?.sizes ?? []
  );
}

/** Puts one in the place of what was measured of the same size before. */
export async function saveSize(size: Size): Promise<void> {
  const others = (await readSizes()).filter(({ passages }) => passages !== size.passages);
  const sizes = [...others, size].sort((a, b) => a.passages - b.passages);
  await saveResults('size', { sizes });
}

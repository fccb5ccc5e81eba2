import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RESULTS = fileURLToPath(new URL('results/', import.meta.url));

/** Writes figures to `bench/results/NAME.json`, with the time at which they were measured. */
export async function saveResults(name: string, results: object): Promise<void> {
  const measuredAt = new Date().toISOString();
  await write(`${name}.json`, `${JSON.stringify({ measuredAt, ...results }, undefined, 2)}\n`);
}

/** What was written before; undefined where nothing was. */
export async function readResults(name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(RESULTS, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

export function savePicture(name: string, svg: string): Promise<void> {
  return write(`${name}.svg`, svg);
}

async function write(name: string, text: string): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, name), text);
  console.log(`Written to ${join(RESULTS, name)}`);
}

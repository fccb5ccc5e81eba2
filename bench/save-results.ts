import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RESULTS = fileURLToPath(new URL('results/', import.meta.url));

/** Writes figures to `bench/results/NAME.json`, with the time at which they were measured. */
export async function saveResults(name: string, results: object): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const path = join(RESULTS, `${name}.json`);
  const measured = { measuredAt: new Date().toISOString(), ...results };
  await writeFile(path, `${JSON.stringify(measured, undefined, 2)}\n`);
  console.log(`Written to ${path}`);
}

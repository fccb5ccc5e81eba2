import { setFlagsFromString } from 'node:v8';
import { createLog } from '../adapters/log/create-log.js';
import { nameOfPlace } from '../composition/index-place.js';
import type { Config } from './config.js';
import type { IngestReport } from './ingest-process.js';
import { databaseOf, loadModels, updateIndex, warningsOf } from './composition-root.js';
import { EXIT } from './program.js';
import { untilStopped } from './until-stopped.js';

/**
 * By how many percent the heap may grow beyond what is in use before it is cleared: V8 lets it grow
 * fourfold, which doubles what ingesting a large text takes.
 */
const HEAP_GROWTH_PERCENT = 30;

export interface IngestOptions {
  /** First has the chat model write questions for paragraphs that have none. */
  readonly expand: boolean;
  /** Does not ask before that. */
  readonly yes: boolean;
}

/**
 * (Re)builds the index from the corpus folder and says what was done. The exit status tells whether
 * something was left out.
 */
export async function ingest(config: Config, options: IngestOptions): Promise<void> {
  if (options.expand) {
    const { expand } = await import('./expand.js');
    if (!(await expand(config, options))) return;
  }
  const started = performance.now();
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  const models = await loadModels(config);
  const outcome = await untilStopped(
    (signal) => updateIndex(config, models.encoder, { signal }),
    'Stopped. What was embedded so far is kept; the same command goes on from there.',
  ).finally(models.close);
  const { counts, embedding } = outcome.manifest;
  const log = config.log.format === 'json' ? createLog(config.log) : undefined;
  for (const line of warningsOf(outcome)) {
    if (log === undefined) console.error(line);
    else log.warn(line);
  }
  if (outcome.embedded.length > 0) console.log(`Embedded: ${outcome.embedded.join(', ')}`);
  if (outcome.reused.length > 0) console.log(`Unchanged: ${outcome.reused.join(', ')}`);
  if (outcome.removed.length > 0) console.log(`Removed: ${outcome.removed.join(', ')}`);
  const place = nameOfPlace({ ...config, database: databaseOf(config) });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${place}: ${counts.documents} documents, ${counts.paragraphs} paragraphs, ` +
      `${counts.entries} vectors (${embedding.model}), ${seconds} s`,
  );
  process.send?.({ leftOut: outcome.skipped.length } satisfies IngestReport);
  if (outcome.skipped.length > 0) process.exitCode = EXIT.failed;
}

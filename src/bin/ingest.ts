import { setFlagsFromString } from 'node:v8';
import { createLog } from '../adapters/log/create-log.js';
import { nameOfPlace } from '../composition/index-place.js';
import type { RefreshOutcome } from '../ingestion/refresh-index.js';
import type { Config } from './config/config.js';
import { reportExpansion, type Expansion } from './expansion-report.js';
import type { IngestReport } from './ingest-process.js';
import { printJson } from './json-output.js';
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
  /** Says what was done as JSON. */
  readonly json: boolean;
}

/**
 * (Re)builds the index from the corpus folder and says what was done. The exit status tells whether
 * something was left out.
 */
export async function ingest(config: Config, options: IngestOptions): Promise<void> {
  let expansion: Expansion | undefined;
  if (options.expand) {
    const { expand } = await import('./expand.js');
    expansion = await expand(config, options);
    if (expansion === undefined) {
      if (options.json) printJson({ expansion: 'declined' });
      return;
    }
    if (!options.json) reportExpansion(expansion);
  }
  const started = performance.now();
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  const models = await loadModels(config);
  const outcome = await untilStopped(
    (signal) => updateIndex(config, models.encoder, { signal }),
    'Stopped. What was embedded so far is kept; the same command goes on from there.',
  ).finally(models.close);
  const log = config.log.format === 'json' ? createLog(config.log) : undefined;
  for (const line of warningsOf(outcome)) {
    if (log === undefined) console.error(line);
    else log.warn(line);
  }
  const place = nameOfPlace({ ...config, database: databaseOf(config) });
  const seconds = (performance.now() - started) / 1000;
  if (options.json) printJson({ ...asJson(outcome, { place, seconds }), expansion });
  else sayInWords(outcome, { place, seconds });
  process.send?.({ leftOut: outcome.skipped.length } satisfies IngestReport);
  if (outcome.skipped.length > 0) process.exitCode = EXIT.failed;
}

interface Circumstances {
  /** Where the index is. */
  readonly place: string;
  readonly seconds: number;
}

function sayInWords(outcome: RefreshOutcome, { place, seconds }: Circumstances): void {
  const { counts, embedding } = outcome.manifest;
  if (outcome.embedded.length > 0) console.log(`Embedded: ${outcome.embedded.join(', ')}`);
  if (outcome.reused.length > 0) console.log(`Unchanged: ${outcome.reused.join(', ')}`);
  if (outcome.removed.length > 0) console.log(`Removed: ${outcome.removed.join(', ')}`);
  console.log(
    `${place}: ${counts.documents} documents, ${counts.paragraphs} paragraphs, ` +
      `${counts.entries} vectors (${embedding.model}), ${seconds.toFixed(1)} s`,
  );
}

function asJson(outcome: RefreshOutcome, { place, seconds }: Circumstances): object {
  const { counts, embedding, generation } = outcome.manifest;
  const { embedded, reused, removed, skipped, notices } = outcome;
  return {
    place,
    generation,
    documents: counts.documents,
    paragraphs: counts.paragraphs,
    vectors: counts.entries,
    model: embedding.model,
    seconds: Number(seconds.toFixed(1)),
    ...{ embedded, unchanged: reused, removed, skipped, notices },
  };
}

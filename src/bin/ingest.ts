import type { Config } from './config.js';
import { ingestCorpus, loadEmbeddings, warnOf } from './engine.js';

/** (Re)builds the index from the corpus folder and says what was done. */
export async function ingest(config: Config): Promise<void> {
  const started = performance.now();
  const outcome = await ingestCorpus(config, await loadEmbeddings(config));
  const { counts, embedding } = outcome.manifest;
  warnOf(outcome);
  if (outcome.embedded.length > 0) console.log(`Embedded: ${outcome.embedded.join(', ')}`);
  if (outcome.reused.length > 0) console.log(`Unchanged: ${outcome.reused.join(', ')}`);
  if (outcome.removed.length > 0) console.log(`Removed: ${outcome.removed.join(', ')}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${config.indexDir}: ${counts.documents} documents, ${counts.paragraphs} paragraphs, ${counts.entries} vectors (${embedding.model}), ${seconds} s`);
}

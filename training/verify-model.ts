/**
 * Checks that transformers.js gives an exported model's texts the pieces and vectors that it was
 * trained to give: `node --import tsx training/verify-model.ts models/NAME
 * training/.build/reference.json`
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

import { env, pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';

interface Reference {
  readonly text: string;
  readonly pieces: readonly number[];
  readonly vector: readonly number[];
}

/** Cosines are sums of float32 products in another order; anything worse is another model. */
const LARGEST_DIFFERENCE = 1e-4;
/** Texts without a known word must get one finite, neutral unit vector, not 0 / 0. */
const UNKNOWN_TEXTS = ['', '   ', '???', 'шанхайский дух', '上海精神'];

async function embed(extract: FeatureExtractionPipeline, text: string): Promise<number[]> {
  const output = await extract(text, { pooling: 'mean', normalize: true });
  return Array.from(output.data as Float32Array);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

function isSubsequence(wanted: readonly number[], all: readonly number[]): boolean {
  let found = 0;
  for (const value of all) if (value === wanted[found]) found += 1;
  return found === wanted.length;
}

async function differences(
  extract: FeatureExtractionPipeline,
  references: readonly Reference[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const { text, pieces, vector } of references) {
    const { input_ids: ids } = extract.tokenizer(text) as { input_ids: { data: BigInt64Array } };
    // Punctuation, which the reference leaves out, stands between the pieces.
    if (!isSubsequence(pieces, Array.from(ids.data, Number))) {
      problems.push(`other pieces: ${text}`);
    }
    const cosine = dot(await embed(extract, text), vector);
    if (Math.abs(1 - cosine) > LARGEST_DIFFERENCE) {
      problems.push(`cosine ${cosine.toFixed(5)}: ${text}`);
    }
  }
  const neutral = await embed(extract, '');
  for (const text of UNKNOWN_TEXTS) {
    const cosine = dot(await embed(extract, text), neutral);
    if (!(Math.abs(1 - cosine) <= LARGEST_DIFFERENCE)) {
      problems.push(`not neutral (${cosine}): "${text}"`);
    }
  }
  return problems;
}

async function main(): Promise<void> {
  const [folder, referenceFile] = process.argv.slice(2);
  if (folder === undefined || referenceFile === undefined) {
    console.error('usage: verify-model.ts MODEL_FOLDER REFERENCE_JSON');
    process.exitCode = 2;
    return;
  }
  env.localModelPath = dirname(resolve(folder));
  env.allowRemoteModels = false;
  const references = JSON.parse(await readFile(referenceFile, 'utf8')) as Reference[];
  const loading = performance.now();
  const extract = await pipeline('feature-extraction', basename(folder));
  console.log(`loaded in ${(performance.now() - loading).toFixed(0)} ms`);
  const problems = await differences(extract, references);
  const embedding = performance.now();
  for (const { text } of references) await embed(extract, text);
  const each = (performance.now() - embedding) / references.length;
  console.log(
    `${references.length} texts, ${each.toFixed(2)} ms each, ${problems.length} problems`,
  );
  problems.forEach((problem) => {
    console.log(problem);
  });
  process.exitCode = problems.length > 0 ? 1 : 0;
}

await main();

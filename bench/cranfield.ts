/**
 * Retrieval on a collection that nothing here was made for:
 *
 * npx tsx bench/cranfield.ts --data DIR
 *
 * DIR holds cran.all.1400.gz, cran.qry.gz and cranqrel.gz. The 1,400 abstracts become documents of
 * one paragraph under its title, indexed and searched as every text is, without expansion
 * questions; 225 queries are asked of each arm.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ExactVectorStore } from '../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../src/adapters/index-store/langchain-documents.js';
import { loadConfig } from '../src/bin/config/load-config.js';
import { loadModels } from '../src/bin/composition-root.js';
import { spellingFor } from '../src/composition/spelling-for.js';
import { ARMS, weightsOf, type Arm } from '../evaluation/retrieval-variants.js';
import { bootstrapInterval } from '../evaluation/metrics/bootstrap.js';
import { mean, quantile } from '../evaluation/metrics/mean.js';
import { averagePrecision, ndcgAtK } from '../evaluation/metrics/ranking.js';
import { rememberEmbeddings } from '../evaluation/remembered-embeddings.js';
import { buildIndex } from '../evaluation/build-index.js';
import { DeclarationRetriever } from '../src/retrieval/retriever.js';
import { createSearchIndex } from '../evaluation/memory-index.js';
import type { SearchIndex } from '../src/ports/search-index.js';
import type { IndexedDocument } from '../src/types.js';
import { readCranfield, type Cranfield } from './cranfield-collection.js';

const K = 10;

interface ArmResult {
  readonly ndcg: readonly number[];
  readonly averagePrecision: readonly number[];
  readonly searchMs: readonly number[];
}

const { values: options } = parseArgs({ options: { data: { type: 'string' } } });
if (options.data === undefined || !existsSync(options.data)) {
  console.log(
    'Cranfield was skipped: no folder with cran.all.1400.gz, cran.qry.gz and cranqrel.gz. Name it with --data DIR.',
  );
} else {
  await run(readCranfield(options.data));
}

async function run(cranfield: Cranfield): Promise<void> {
  const { encoder: embeddings } = await loadModels(loadConfig(process.env));
  const started = performance.now();
  const content = await buildIndex({ documents: documentsOf(cranfield), embeddings });
  const store = new ExactVectorStore(embeddings, {
    table: content.vectors,
    documents: toLangChainDocuments(content),
  });
  const index = await createSearchIndex({ ...content, store });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${index.paragraphCount} abstracts and ${content.entries.length} vectors ` +
      `(${embeddings.model}) in ${seconds} s; ${cranfield.queries.length} queries`,
  );
  const remembered = rememberEmbeddings(embeddings);
  const results: Partial<Record<Arm, ArmResult>> = {};
  for (const arm of ARMS) {
    const retriever = new DeclarationRetriever({
      index,
      embeddings: remembered,
      spelling: await spellingFor(index, embeddings, undefined),
      weights: weightsOf(arm),
    });
    results[arm] = await ask(retriever, index, cranfield);
  }
  console.table(Object.fromEntries(ARMS.map((arm) => [arm, rowOf(results[arm], results.fused)])));
}

function documentsOf({ abstracts }: Cranfield): IndexedDocument[] {
  return abstracts.flatMap(({ title, text }, position) => {
    if (text === '') return [];
    const paragraph = {
      label: '1',
      section: [title],
      places: [],
      text,
      start: 0,
      end: text.length,
      bodyStart: 0,
    };
    return [
      {
        id: idOf(position),
        title: idOf(position),
        language: 'en',
        text,
        paragraphs: [paragraph],
        sha256: '',
        expansions: {},
      },
    ];
  });
}

function idOf(position: number): string {
  return `abstract-${position + 1}`;
}

async function ask(
  retriever: DeclarationRetriever,
  { paragraphCount }: SearchIndex,
  { queries, relevant }: Cranfield,
): Promise<ArmResult> {
  const result = {
    ndcg: [] as number[],
    averagePrecision: [] as number[],
    searchMs: [] as number[],
  };
  for (const [number, query] of queries.entries()) {
    const wanted = new Set([...(relevant[number] ?? [])].map(idOf));
    const started = performance.now();
    const { evidence } = await retriever.retrieve(
      { messages: [{ role: 'user', content: query }] },
      { topK: paragraphCount },
    );
    result.searchMs.push(performance.now() - started);
    const relevance = evidence
      .filter(({ score }) => score > 0)
      .map(({ paragraph: { document } }) => wanted.has(document.id));
    result.ndcg.push(ndcgAtK(relevance, { k: K, relevantCount: wanted.size }));
    result.averagePrecision.push(averagePrecision(relevance, wanted.size));
  }
  return result;
}

/** With the 95 % interval of what the whole gains over the arm, query by query. */
function rowOf(
  result: ArmResult | undefined,
  whole: ArmResult | undefined,
): Readonly<Record<string, string>> {
  const shown = (value: number | undefined): string => (value ?? 0).toFixed(3);
  const gains = result?.ndcg.map((ndcg, i) => (whole?.ndcg[i] ?? 0) - ndcg) ?? [];
  const gain = bootstrapInterval(gains, mean);
  return {
    'nDCG@10': shown(mean(result?.ndcg ?? [])),
    MAP: shown(mean(result?.averagePrecision ?? [])),
    'nDCG@10 gained by fusion':
      result === whole ? '' : `${shown(gain?.low)} … ${shown(gain?.high)}`,
    'p50 ms': (quantile(result?.searchMs ?? [], 0.5) ?? 0).toFixed(1),
  };
}

/**
 * Sets how much words and vectors must say for a claim, and reports how well claims are told apart:
 *
 *   npx tsx training/support/calibrate.ts [--list]
 *
 * Faithful claims are those of claims.jsonl beside this file; what they become by rule (corrupt.ts) must be refused.
 * The levels go into src/answering/generated/checking/support-level.ts by hand. `--list` names every claim judged wrongly.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withExpansions } from '../../src/adapters/corpus/expansions.js';
import { readCorpus } from '../../src/adapters/corpus/read-corpus.js';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { TransformersEmbeddings } from '../../src/adapters/transformers-embeddings.js';
import { checkSentence } from '../../src/answering/generated/check-sentence.js';
import { citedText } from '../../src/answering/generated/checking/cited-text.js';
import { SUPPORT_LEVEL, supportOf } from '../../src/answering/generated/checking/support-level.js';
import { bearing, measureSupport, type Support } from '../../src/answering/generated/checking/support.js';
import type { NumberedSentence } from '../../src/answering/generated/numbered-evidence.js';
import { loadConfig } from '../../src/bin/config.js';
import { buildIndex } from '../../src/ingestion/build-index.js';
import { prepareProbe } from '../../src/retrieval/evidence.js';
import { createSearchIndex } from '../../src/retrieval/search-index.js';
import { toDocument } from '../../src/text/to-document.js';
import { corrupt, type FaithfulClaim } from './corrupt.js';

/** A wrong claim that leaves does more harm than a right one that does not. */
const WRONG_CLAIM_COST = 3;
/** Corruptions that no number, name or denial gives away. */
const MADE_OF_WORDS = ['faithful', 'wrong-sentence', 'neighbour', 'added'];

const { values: options } = parseArgs({ options: { list: { type: 'boolean', default: false } } });
const config = loadConfig({ EMBEDDING_MODEL: process.env['EMBEDDING_MODEL'] });
const embeddings = await TransformersEmbeddings.load({ model: config.embeddingModel, modelsDirectory: config.modelsDir });
const corpus = await readCorpus(config.corpusDir);
const documents = await Promise.all(corpus.documents.map((source) => withExpansions(toDocument(source), source)));
const built = await buildIndex({ documents, embeddings });
const index = createSearchIndex({ ...built, store: new ExactVectorStore(embeddings, { table: built.vectors, documents: toLangChainDocuments(built) }) });

const faithful = readFileSync(new URL('claims.jsonl', import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as FaithfulClaim);
const corrupted = corrupt(faithful, neighboursOf);

interface Row {
  readonly kind: string;
  readonly claim: string;
  readonly support: Support;
  readonly verdict: string;
}

const rows: Row[] = [];
for (const { kind, claim, cites } of [...faithful.map((row) => ({ kind: 'faithful', ...row })), ...corrupted]) {
  const cited = cites.map(sentenceAt);
  const stated = await prepareProbe(embeddings, claim);
  const verdict = checkSentence(index, { stated, cited, question: '' });
  rows.push({ kind, claim, support: measureSupport(index, { stated, cited: citedText(bearing(index, stated, cited)), question: '' }), verdict: verdict.supported ? 'supported' : verdict.reason });
}
for (const kind of new Set(rows.map((row) => row.kind))) {
  const some = rows.filter((row) => row.kind === kind);
  const reasons = [...new Set(some.map(({ verdict }) => verdict))].map((reason) => `${reason} ${some.filter(({ verdict }) => verdict === reason).length}`);
  console.log(`${kind} (${some.length}): ${reasons.join(', ')}`);
}
console.log(SUPPORT_LEVEL);
console.log(`Best levels by words and meaning alone: ${bestLevels(false)}`);
console.log(`Best levels beside the other checks: ${bestLevels(true)}`);
if (options.list) {
  for (const { kind, claim, verdict, support } of rows.filter((row) => (row.kind === 'faithful') !== (row.verdict === 'supported'))) {
    console.log(`${kind} → ${verdict} | ${support.lexical.toFixed(2)} ${support.dense.toFixed(2)} ${support.weakest.toFixed(2)} | ${claim}`);
  }
}

/** Of all levels that make the fewest mistakes, a wrong claim let through counting as three, the middle ones; `beside` the other checks, or alone. */
function bestLevels(beside: boolean): string {
  const judged = rows.filter(({ kind, verdict }) => MADE_OF_WORDS.includes(kind) && (!beside || ['supported', 'words', 'meaning'].includes(verdict)));
  const steps = Array.from({ length: 17 }, (_, i) => i / 20);
  const tried = steps.flatMap((minWeakest) =>
    steps.map((minSupport) => {
      const passes = (support: Support): boolean => support.weakest >= minWeakest && supportOf(support) >= minSupport;
      const refused = judged.filter(({ kind, support }) => kind === 'faithful' && !passes(support)).length;
      const letThrough = judged.filter(({ kind, support }) => kind !== 'faithful' && passes(support)).length;
      return { minWeakest, minSupport, refused, letThrough, cost: refused + WRONG_CLAIM_COST * letThrough };
    }),
  );
  const least = tried.reduce((best, { cost }) => Math.min(best, cost), Infinity);
  const best = tried.filter(({ cost }) => cost === least);
  const middle = best.filter(({ minWeakest }) => minWeakest === best[Math.floor(best.length / 2)]?.minWeakest);
  return `${JSON.stringify(middle[Math.floor(middle.length / 2)])}, ${best.length} alike, of ${judged.length} claims`;
}

function sentenceAt(cite: string): NumberedSentence {
  const [, id, label, place] = /^(.+)#(.+):(\d+)$/u.exec(cite) ?? [];
  const paragraph = index.paragraphs.find((other) => other.document.id === id && other.paragraph.label === label);
  const span = paragraph?.sentences[Number(place)];
  if (paragraph === undefined || span === undefined) throw new Error(`No sentence ${cite}`);
  return { number: 1, paragraph, place: Number(place), span };
}

/** The sentences before and after. */
function neighboursOf(cite: string): string[] {
  const all = index.paragraphs.flatMap(({ document, paragraph, sentences }) => sentences.map((_, place) => `${document.id}#${paragraph.label}:${place}`));
  const at = all.indexOf(cite);
  return [all[at - 1], all[at + 1]].filter((other) => other !== undefined);
}

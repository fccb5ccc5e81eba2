import { readFileSync } from 'node:fs';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { checkSentence } from '../../src/generative/verification/check-sentence.js';
import { citedText } from '../../src/generative/verification/cited-text.js';
import { bearingSentences } from '../../src/generative/verification/bearing-sentences.js';
import { measureSupport, type Support } from '../../src/generative/verification/measure-support.js';
import type { NumberedSentence } from '../../src/generative/numbered-evidence.js';
import { readPackedVectors } from '../../src/adapters/vector-cache/packed-vectors.js';
import { CORPUS_DIR, CORPUS_VECTORS_FILE } from '../../src/composition/shipped-files.js';
import { buildIndex } from '../../evaluation/build-index.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';
import { prepareProbe } from '../../src/retrieval/search/probe.js';
import { createSearchIndex, type SearchIndex } from '../../src/retrieval/search/search-index.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import { corrupt, type Corrupted, type FaithfulClaim } from './corrupt.js';

export interface JudgedClaim {
  readonly kind: 'faithful' | Corrupted['kind'];
  readonly claim: string;
  readonly support: Support;
  /** `supported`, or why not. */
  readonly verdict: string;
}

/**
 * Has the faithful claims and what they become by rule checked against the shipped corpus.
 */
export async function judgeClaims(embeddings: VocabularyEncoder): Promise<JudgedClaim[]> {
  const { documents } = await readCorpusDocuments(CORPUS_DIR);
  const known = [await readPackedVectors(CORPUS_VECTORS_FILE, embeddings.fingerprint)];
  const built = await buildIndex({ documents, embeddings, known });
  const index = await createSearchIndex({
    ...built,
    store: new ExactVectorStore(embeddings, {
      table: built.vectors,
      documents: toLangChainDocuments(built),
    }),
  });
  const faithful = readFileSync(new URL('claims.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as FaithfulClaim);
  const corrupted = corrupt(faithful, (cite) => neighboursOf(index, cite));
  const rows: JudgedClaim[] = [];
  for (const { kind, claim, cites } of [
    ...faithful.map((row) => ({ kind: 'faithful' as const, ...row })),
    ...corrupted,
  ]) {
    const cited = cites.map((cite) => sentenceAt(index, cite));
    const stated = await prepareProbe(embeddings, claim);
    const verdict = checkSentence(index, { stated, cited, question: '' });
    const support = measureSupport(index, {
      stated,
      cited: citedText(bearingSentences(index, stated, cited)),
      question: '',
    });
    rows.push({ kind, claim, support, verdict: verdict.supported ? 'supported' : verdict.reason });
  }
  return rows;
}

function sentenceAt(index: SearchIndex, cite: string): NumberedSentence {
  const [, id, label, place] = /^(.+)#(.+):(\d+)$/u.exec(cite) ?? [];
  const paragraph = index.paragraphs.find(
    (other) => other.document.id === id && other.paragraph.label === label,
  );
  const span = paragraph?.sentences[Number(place)];
  if (paragraph === undefined || span === undefined) throw new Error(`No sentence ${cite}`);
  return { number: 1, paragraph, place: Number(place), span };
}

/** The sentences before and after. */
function neighboursOf(index: SearchIndex, cite: string): string[] {
  const all = index.paragraphs.flatMap(({ document, paragraph, sentences }) =>
    sentences.map((_, place) => `${document.id}#${paragraph.label}:${place}`),
  );
  const at = all.indexOf(cite);
  return [all[at - 1], all[at + 1]].filter((other) => other !== undefined);
}

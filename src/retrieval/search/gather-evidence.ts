import type { Document as LangChainDocument } from '@langchain/core/documents';
import { DENSE_CANDIDATES, LEXICAL_CANDIDATES, VECTOR_SHARES } from '../settings.js';
import { weightedScore, type Evidence, type Signals, type Weights } from './evidence.js';
import type { Probe } from './probe.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';
import { lexicalScores, similarityTo, type Similarity } from './signals.js';

export interface GatherOptions {
  /** Ids of the documents to look in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
  readonly weights: Weights;
  /** Paragraphs that are looked at whether or not words lead to them. */
  readonly always?: readonly IndexedParagraph[];
}

/**
 * Evidence of every paragraph that shares a term with the probe or is near it, by its number, in no
 * order. Candidates come from words and from the vector store; the signals of all are then computed
 * alike.
 */
export async function gatherEvidence(
  index: SearchIndex,
  probe: Probe,
  { within, weights, always = [] }: GatherOptions,
): Promise<Map<number, Evidence>> {
  const lexical = lexicalScores(index.paragraphTerms, probe);
  const candidates = new Set([
    ...always.map(({ number }) => number),
    ...bestOf(lexical, LEXICAL_CANDIDATES),
    ...(await nearParagraphs(index, probe, within)),
  ]);
  const toSentences = similarityTo(index, probe);
  const toQuestions = similarityTo(index, probe, 'question');
  const evidence = new Map<number, Evidence>();
  for (const number of candidates) {
    const paragraph = index.paragraphs[number];
    if (paragraph === undefined || within?.has(paragraph.document.id) === false) continue;
    const signals: Signals = {
      lexical: lexical.get(number) ?? 0,
      similarity: nearness({ toSentences, toQuestions }, paragraph),
      reading: 0,
    };
    evidence.set(number, { paragraph, ...signals, score: weightedScore(signals, weights) });
  }
  return evidence;
}

function nearness(
  { toSentences, toQuestions }: Readonly<Record<'toSentences' | 'toQuestions', Similarity>>,
  { entries }: IndexedParagraph,
): number {
  return Math.max(
    VECTOR_SHARES.sentence * toSentences(entries.sentence),
    VECTOR_SHARES.passage * toSentences(entries.passage),
    VECTOR_SHARES.question * toQuestions(entries.question),
  );
}

function bestOf(scores: ReadonlyMap<number, number>, count: number): Iterable<number> {
  if (scores.size <= count) return scores.keys();
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([number]) => number);
}

/** Numbers of the paragraphs with a vector among the nearest; -1 for a vector of none. */
async function nearParagraphs(
  index: SearchIndex,
  probe: Probe,
  within: GatherOptions['within'],
): Promise<number[]> {
  if (probe.vector === undefined) return [];
  const k = Math.min(DENSE_CANDIDATES, index.paragraphOfEntry.length);
  // A filter is called back from native code for every vector that is visited: none where none is
  // needed.
  const filter =
    within &&
    (({ metadata }: LangChainDocument): boolean => within.has(String(metadata['documentId'])));
  const found = await index.store.similaritySearchVectorWithScore(
    Array.from(probe.vector),
    k,
    filter,
  );
  return found.map(([{ metadata }]) => index.paragraphOfEntry[Number(metadata['entry'])] ?? -1);
}

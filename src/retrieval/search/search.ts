import { nextTurn } from '../../concurrency/next-turn.js';
import type { QuestionEncoder } from '../../ports/encoder.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { during, type Stages } from '../../ports/stages.js';
import type { AspectPlan } from '../query/plan-aspects.js';
import { wantedNumbers } from '../query/question-targets.js';
import type { QueryPlan } from '../query/plan-query.js';
import { aspectsOf, mapAspects, type SubQuestion } from '../query/sub-question.js';
import type { Found, Weights } from './evidence.js';
import { gatherEvidence } from './gather-evidence.js';
import { prepareProbe, type Probe } from './probe.js';

/** What one text found. */
export interface SearchResult {
  readonly probe: Probe;
  /** Ids of the documents that were looked in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
  /** Of every paragraph that it found, by the paragraph's number. */
  readonly evidence: ReadonlyMap<number, Found>;
}

export interface WeightedResult {
  /** Beside 1 for the aspect's own words. */
  readonly weight: number;
  /** The same object for all aspects that the text is part of. */
  readonly result: SearchResult;
}

export interface SearchedAspect {
  readonly plan: AspectPlan;
  /** Of each text of the plan. */
  readonly results: readonly WeightedResult[];
}

export interface SearchOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
  readonly weights: Weights;
  readonly stages?: Stages | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Searches for all texts of a plan; one that is part of several aspects is searched for once. */
export async function search(
  { subQuestions, targets, language }: Pick<QueryPlan, 'subQuestions' | 'targets' | 'language'>,
  { index, embeddings, weights, stages, signal }: SearchOptions,
): Promise<SubQuestion<SearchedAspect>[]> {
  const always = wantedNumbers(targets);
  const askedIn = { language, texts: index.languages };
  const found = new Map<string, SearchResult>();
  for (const { texts, within } of aspectsOf(subQuestions)) {
    for (const { text } of texts) {
      const key = keyOf(text, within);
      if (found.has(key)) continue;
      await nextTurn();
      signal?.throwIfAborted();
      const probe = await prepareProbe(embeddings, text, askedIn);
      await nextTurn();
      const options = { within, weights, always };
      const evidence = await during(stages, 'search', () => gatherEvidence(index, probe, options));
      found.set(key, { probe, within, evidence });
    }
  }
  signal?.throwIfAborted();
  return mapAspects(subQuestions, (plan) => ({
    plan,
    results: plan.texts.flatMap(({ text, weight }) => {
      const result = found.get(keyOf(text, plan.within));
      return result === undefined ? [] : [{ weight, result }];
    }),
  }));
}

function keyOf(text: string, within: AspectPlan['within']): string {
  return JSON.stringify([text, within && [...within]]);
}

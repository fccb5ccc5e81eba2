import type { IndexedParagraph } from '../ports/search-index.js';
import type { Choice } from './choose.js';
import type { QueryPlan } from './query/plan-query.js';
import { aspectsOf, mapAspects, type SubQuestion } from './query/sub-question.js';
import { adjustmentOf, type RankedAspect } from './rerank.js';
import type { Evidence, Found, Signals, Weights } from './search/evidence.js';
import type { SearchResult } from './search/search.js';
import type {
  AspectTrace,
  ParagraphAddress,
  PlanTrace,
  RerankedParagraph,
  RetrievalTrace,
  ScoredParagraph,
  SearchTrace,
} from './trace.js';

/**
 * What passed from step to step while a question was searched for, kept as it was: it costs nothing
 * until somebody looks.
 */
export interface RetrievalSteps {
  readonly plan: QueryPlan;
  readonly weights: Weights;
  /** What each aspect found, as searched, fused and reranked. */
  readonly ranked: readonly SubQuestion<RankedAspect>[];
  readonly choice: Choice;
}

interface AspectTraceOptions {
  readonly plan: QueryPlan;
  /** Those that an aspect's texts are found among. */
  readonly searches: readonly SearchResult[];
  readonly top: number;
}

/** As many paragraphs of a list as a reader takes in; only what is shown depends on it. */
const DEFAULT_TOP = 5;

/**
 * The steps of a retrieval as plain data.
 *
 * @param top how many of the best paragraphs each list shows, 1 and up; 5 unless given
 */
export function traceOf(
  { plan, weights, ranked, choice }: RetrievalSteps,
  { top = DEFAULT_TOP }: { readonly top?: number } = {},
): RetrievalTrace {
  const results = aspectsOf(ranked).flatMap((aspect) => aspect.results.map(({ result }) => result));
  const searches = [...new Set(results)];
  const loaded = new Map(
    aspectsOf(ranked).flatMap(({ evidence }) =>
      evidence.map(({ paragraph }) => [paragraph.number, paragraph] as const),
    ),
  );
  const traced = mapAspects(ranked, (aspect) => aspectTrace(aspect, { plan, searches, top }));
  return {
    plan: planTrace(plan),
    weights,
    searches: searches.map((result) => searchTrace(result, { loaded, top })),
    subQuestions: traced.map((subQuestion, i) => {
      const { gains = [], split } = choice.readings[i] ?? {};
      return { ...subQuestion, gains, ...(split === undefined ? {} : { split }) };
    }),
    chosen: choice.evidence.map(({ paragraph, score }) => ({ ...addressOf(paragraph), score })),
  };
}

function planTrace({ condensed, targets, ...plan }: QueryPlan): PlanTrace {
  const addresses = (paragraphs: Iterable<IndexedParagraph>): ParagraphAddress[] =>
    [...paragraphs].map(addressOf);
  return {
    asked: plan.asked,
    ...(condensed === undefined ? {} : { condensed }),
    corrections: plan.corrections,
    question: plan.question,
    context: plan.context,
    query: plan.query,
    references: targets.references.map(({ words }) => words),
    named: addresses(targets.named),
    leantOn: addresses(targets.leantOn),
    phrases: targets.phrases,
  };
}

function searchTrace(
  { probe, within, evidence }: SearchResult,
  { loaded, top }: { readonly loaded: ReadonlyMap<number, IndexedParagraph>; readonly top: number },
): SearchTrace {
  return {
    text: probe.text,
    terms: probe.terms,
    understood: probe.vector !== undefined,
    ...(within === undefined ? {} : { within: [...within] }),
    found: evidence.size,
    best: [...evidence.values()]
      .sort((a: Found, b: Found) => b.score - a.score || a.number - b.number)
      .flatMap(({ number, ...signals }) => {
        const paragraph = loaded.get(number);
        return paragraph === undefined ? [] : [scoredParagraph({ paragraph, ...signals })];
      })
      .slice(0, top),
  };
}

function aspectTrace(
  { plan: { texts, preferred }, results, evidence, ranking }: RankedAspect,
  { plan, searches, top }: AspectTraceOptions,
): AspectTrace {
  const fusedScores = new Map(evidence.map(({ paragraph, score }) => [paragraph, score]));
  return {
    texts: results.flatMap(({ result }, place) => {
      const text = texts[place];
      return text === undefined ? [] : [{ ...text, search: searches.indexOf(result) }];
    }),
    ...(preferred === undefined ? {} : { preferred }),
    best: ranking.slice(0, top).map((found): RerankedParagraph => {
      const { fixedScore, bonuses } = adjustmentOf(found.paragraph, plan.targets, preferred);
      return {
        ...scoredParagraph(found),
        fusedScore: fusedScores.get(found.paragraph) ?? 0,
        ...(fixedScore === undefined ? {} : { fixedScore }),
        bonuses,
      };
    }),
  };
}

function scoredParagraph(found: Evidence): ScoredParagraph & Signals {
  const { paragraph, lexical, similarity, reading, score } = found;
  return { ...addressOf(paragraph), lexical, similarity, reading, score };
}

function addressOf({ document, paragraph }: IndexedParagraph): ParagraphAddress {
  return { documentId: document.id, paragraph: paragraph.label };
}

import { citationPrecision, citationRecall } from './metrics/citations.js';
import { mean, quantile, ratio, sum } from './metrics/mean.js';
import { hitAtK, mrr, ndcgAtK, recallAtK } from './metrics/ranking.js';
import {
  areaUnderRiskCoverage,
  riskCoverage,
  type RiskCoveragePoint,
} from './metrics/risk-coverage.js';
import type { AnswerJudgement, IntegrityJudgement, Outcome, RankingJudgement } from './outcome.js';
import { SEARCH_DEPTH } from './outcome.js';

/** A figure of a set of questions. */
export interface Measure {
  /** Short, for table heads. */
  readonly label: string;
  /** One line for people who read the report. */
  readonly meaning: string;
  readonly unit: 'share' | 'count' | 'words' | 'ms';
  /** Whether its uncertainty is of interest. */
  readonly interval: boolean;
  /** Undefined where the set has nothing to compute it from. */
  readonly of: (outcomes: readonly Outcome[]) => number | undefined;
}

const answerableIn = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes.filter(({ question }) => question.answerable);
const rankings = (outcomes: readonly Outcome[]): RankingJudgement[] =>
  outcomes.flatMap(({ ranking }) => ranking ?? []);
const answers = (outcomes: readonly Outcome[]): AnswerJudgement[] =>
  outcomes.flatMap(({ answer }) => answer ?? []);
const shareOf = (
  outcomes: readonly Outcome[],
  holds: (outcome: Outcome) => boolean,
): number | undefined => mean(outcomes.map((outcome) => (holds(outcome) ? 1 : 0)));
const share = (measure: Omit<Measure, 'unit' | 'interval'>): Measure => ({
  ...measure,
  unit: 'share',
  interval: true,
});
const promise = (label: string, meaning: string, key: keyof IntegrityJudgement): Measure => ({
  label,
  meaning: `${meaning}; should be 0`,
  unit: 'count',
  interval: false,
  of: (outcomes) => sum(outcomes.map(({ integrity }) => integrity[key])),
});
const searchTime = (label: string, p: number): Measure => ({
  label,
  meaning: `time of one search, ${label.slice(0, 3)} quantile`,
  unit: 'ms',
  interval: false,
  of: (outcomes) =>
    quantile(
      outcomes.map(({ observation }) => observation.searchMs),
      p,
    ),
});

/**
 * Every figure of the report, by its name in the JSON. Retrieval and answers are judged over all
 * answerable questions, so a refusal counts as a wrong answer; the three shares of citations and
 * sentences over answers given.
 */
export const MEASURES = {
  questions: {
    label: 'n',
    meaning: 'questions',
    unit: 'count',
    interval: false,
    of: (outcomes) => outcomes.length,
  },
  hitAt1: share({
    label: 'hit@1',
    meaning: 'the first paragraph found is a right one',
    of: (outcomes) => mean(rankings(outcomes).map(({ firstRank }) => hitAtK(firstRank, 1))),
  }),
  hitAt5: share({
    label: 'hit@5',
    meaning: 'all that the answer needs is among the first 5',
    of: (outcomes) => mean(rankings(outcomes).map(({ completeRank }) => hitAtK(completeRank, 5))),
  }),
  hitAt10: share({
    label: 'hit@10',
    meaning: 'all that the answer needs is among the first 10',
    of: (outcomes) => mean(rankings(outcomes).map(({ completeRank }) => hitAtK(completeRank, 10))),
  }),
  recallAt10: share({
    label: 'recall@10',
    meaning: 'share of the right paragraphs that are among the first 10',
    of: (outcomes) =>
      mean(
        rankings(outcomes).map(({ relevance, relevantCount }) =>
          recallAtK(relevance, { k: SEARCH_DEPTH, relevantCount }),
        ),
      ),
  }),
  mrrAt10: share({
    label: 'MRR@10',
    meaning: '1 over the rank of the first right paragraph',
    of: (outcomes) =>
      mrr(
        rankings(outcomes).map(({ firstRank }) => firstRank),
        SEARCH_DEPTH,
      ),
  }),
  ndcgAt10: share({
    label: 'nDCG@10',
    meaning: 'how near the order of the first 10 comes to the best one, right or not',
    of: (outcomes) =>
      mean(
        rankings(outcomes).map(({ relevance, relevantCount }) =>
          ndcgAtK(relevance, { k: SEARCH_DEPTH, relevantCount }),
        ),
      ),
  }),
  correct: share({
    label: 'correct',
    meaning: 'the answer holds every fact wanted',
    of: (outcomes) => shareOf(answerableIn(outcomes), ({ answer }) => answer?.correct === true),
  }),
  citationHit: share({
    label: 'cite hit',
    meaning: 'the answer cites a right paragraph, or all that are needed',
    of: (outcomes) => shareOf(answerableIn(outcomes), ({ answer }) => answer?.citationHit === true),
  }),
  citationPrecision: share({
    label: 'cite prec',
    meaning: 'share of the citations that lead to a right paragraph',
    of: (outcomes) => citationPrecision(answers(outcomes)),
  }),
  citationRecall: share({
    label: 'cite rec',
    meaning: 'share of the paragraphs needed that answers cite',
    of: (outcomes) => citationRecall(answers(outcomes)),
  }),
  citedSentences: share({
    label: 'cited',
    meaning: 'share of the sentences of answers that carry a citation',
    of: (outcomes) =>
      ratio(
        answers(outcomes).map(({ citedSentences }) => citedSentences),
        answers(outcomes).map(({ sentences }) => sentences),
      ),
  }),
  wrongRefusal: share({
    label: 'wrong ref',
    meaning: 'answerable questions that were refused',
    of: (outcomes) =>
      shareOf(answerableIn(outcomes), ({ observation }) => !observation.reply.answered),
  }),
  refusal: share({
    label: 'refusal',
    meaning: 'questions that the texts do not answer and that were refused',
    of: (outcomes) =>
      shareOf(
        outcomes.filter(({ question }) => !question.answerable),
        ({ observation }) => !observation.reply.answered,
      ),
  }),
  riskArea: share({
    label: 'AURC',
    meaning: 'mean share of wrong answers over all degrees of caution; lower is better',
    of: (outcomes) => areaUnderRiskCoverage(riskCoverageOf(outcomes)),
  }),
  medianWords: {
    label: 'words',
    meaning: 'median length of an answer',
    unit: 'words',
    interval: false,
    of: (outcomes) =>
      quantile(
        answers(outcomes).map(({ words }) => words),
        0.5,
      ),
  },
  searchMsP50: searchTime('p50 ms', 0.5),
  searchMsP95: searchTime('p95 ms', 0.95),
  danglingMarkers: promise('dangling', 'markers without a citation', 'danglingMarkers'),
  unusedCitations: promise('unused', 'citations without a marker', 'unusedCitations'),
  inventedQuotes: promise(
    'invented',
    'quotes that are not the words of the source at their offsets',
    'inventedQuotes',
  ),
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/**
 * Risk and coverage had only answers above some confidence been given; an answer to what the texts
 * do not say is wrong.
 */
export function riskCoverageOf(outcomes: readonly Outcome[]): RiskCoveragePoint[] {
  return riskCoverage(
    outcomes.map(({ observation, unguardedCorrect }) => ({
      confidence: observation.confidence,
      right: unguardedCorrect,
    })),
  );
}

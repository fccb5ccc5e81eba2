import { ANSWER_KINDS, type QuestionForm } from '../../language/rules/answer-question-rules.js';

/** Forms that a feature tells apart; the others are seen in what is missing. */
export const ASKED_FORMS = [
  'how-many',
  'why',
  'how',
  'yes-no',
] as const satisfies readonly QuestionForm[];

/**
 * What tells an answerable question from one that the texts do not answer, each about 0 to 1:
 * - `lexical`, `partSimilarity`: of the best paragraph
 * - `coverage`: share of the question's content words, weighted by rarity, that the best paragraph
 *   or its expansion holds
 * - `unknown`: the share that no paragraph holds
 * - `missingNames`: names and numbers of the question that none of the best paragraphs holds, at
 *   most 2
 * - `missing-…`: 1 where a date, a number, … is asked for and what would be quoted holds none that
 *   the question does not
 * - `formSimilarity`: cosine with the nearest expansion question that asks in the same form (when,
 *   who, how many …): a paragraph for which nobody thought of a "when" question seldom says when
 * - `asksToAct`, `asksForRankOrPresent`: 1 where the question wants what texts seldom give
 * - `asks-…`: 1 for the form of the question
 */
export type AnswerabilityFeatures = Readonly<Record<FeatureName, number>>;

export const FEATURE_NAMES = [
  'reading',
  'secondReading',
  'sentenceReading',
  'similarity',
  'questionSimilarity',
  'lexical',
  'coverage',
  'unknown',
  'missingNames',
  ...ANSWER_KINDS.map((kind) => `missing-${kind}` as const),
  'formSimilarity',
  'asksToAct',
  'asksForRankOrPresent',
  ...ASKED_FORMS.map((form) => `asks-${form}` as const),
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** What one feature says for an answer (above 0) or against it (below). */
export interface FeatureContribution {
  readonly name: FeatureName;
  /** About 0 to 1. */
  readonly value: number;
  readonly weight: number;
  /** `value` times `weight`: added to the log odds of an answer. */
  readonly contribution: number;
}

/** A logistic regression, and the least probability at which a question is answered. */
export interface AnswerabilityModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
  readonly minProbability: number;
}

/** P(the texts answer the question), 0 to 1. */
export function probabilityAnswerable(
  { intercept, weights }: AnswerabilityModel,
  features: AnswerabilityFeatures,
): number {
  const logit = FEATURE_NAMES.reduce(
    (sum, name) => sum + weights[name] * features[name],
    intercept,
  );
  return 1 / (1 + Math.exp(-logit));
}

/** What each feature adds to the log odds of an answer. */
export function contributionsOf(
  { weights }: AnswerabilityModel,
  features: AnswerabilityFeatures,
): FeatureContribution[] {
  return FEATURE_NAMES.map((name) => ({
    name,
    value: features[name],
    weight: weights[name],
    contribution: weights[name] * features[name],
  }));
}

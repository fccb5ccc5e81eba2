import type { AnswerKind, QuestionForm } from '../../language/rules/answer-question-rules.js';

/** Kinds of things that are asked for, of which it tells that what would be quoted holds none. */
export const MISSED_KINDS = ['date', 'number'] as const satisfies readonly AnswerKind[];
/** Forms that a feature tells apart; the others are seen in what is missing. */
export const ASKED_FORMS = [
  'how-many',
  'why',
  'how',
  'yes-no',
] as const satisfies readonly QuestionForm[];

/** How the tokens of the question and of what would be quoted meet. */
export const MATCH_NAMES = [
  'questionMatch',
  'quoteMatch',
  'nearestTokens',
  'farthestToken',
] as const;
/** How near the texts come: what is known of each by itself, and of each two together. */
const EVIDENCE_NAMES = [
  'reading',
  'secondReading',
  'similarity',
  'closeness',
  'questionSimilarity',
  'lexical',
  'crowd',
  ...MATCH_NAMES,
] as const;
type EvidenceName = (typeof EVIDENCE_NAMES)[number];

/**
 * What tells an answerable question from one that the texts do not answer, each 0 to 1, `similarity`
 * and `closeness` somewhat above in small texts and for a sentence that is asked word for word:
 * - `reading`, `secondReading`: what the reader makes of the paragraphs in which it finds most
 * - `similarity`: of the best paragraphs' nearest sentence, beside what chance brings near in so many
 * - `closeness`: the same, beside how near sentences of the texts are to each other
 * - `questionSimilarity`: of their nearest expansion question; 0 where they have none
 * - `lexical`: of the best paragraph
 * - `crowd`: how many paragraphs were searched: what else tells means another thing where they are many
 * - `questionMatch`, `quoteMatch`, `nearestTokens`, `farthestToken`: how the tokens of the question and
 *   of what would be quoted meet, see `TokenMatch`; 0.5 for what is usual, 0 where nobody compares them
 * - `missing-…`: 1 where a date, a number is asked for and what would be quoted holds none that the
 *   question does not
 * - `formSimilarity`: similarity to the nearest expansion question that asks in the same form (when,
 *   who, how many …): a paragraph for which nobody thought of a "when" question seldom says when
 * - `asksToAct`, `asksForRankOrPresent`: 1 where the question wants what texts seldom give
 * - `asks-…`: 1 for the form of the question
 */
export const FEATURE_NAMES = [
  ...EVIDENCE_NAMES,
  ...MISSED_KINDS.map((kind) => `missing-${kind}` as const),
  'formSimilarity',
  'asksToAct',
  'asksForRankOrPresent',
  ...ASKED_FORMS.map((form) => `asks-${form}` as const),
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];
export type AnswerabilityFeatures = Readonly<Record<FeatureName, number>>;

/**
 * Two pieces of evidence together: texts with expansion questions and texts without are not told
 * apart by any of them alone, and what comes near without being read as an answer is a near miss.
 */
type ProductName = `${EvidenceName} × ${EvidenceName}`;
export type TermName = FeatureName | ProductName;

const PRODUCTS: readonly (readonly [EvidenceName, EvidenceName])[] = EVIDENCE_NAMES.flatMap(
  (a, i) => EVIDENCE_NAMES.slice(i).map((b) => [a, b] as const),
);

/** Those that take somebody who compares tokens. */
export const MATCH_TERMS: ReadonlySet<TermName> = new Set<TermName>([
  ...MATCH_NAMES,
  ...PRODUCTS.filter((pair) => pair.some(isMatch)).map(([a, b]): ProductName => `${a} × ${b}`),
]);

function isMatch(name: EvidenceName): boolean {
  return (MATCH_NAMES as readonly EvidenceName[]).includes(name);
}

/** What is weighed, in the order of the model: the features, then each two of the evidence. */
export const TERM_NAMES: readonly TermName[] = [
  ...FEATURE_NAMES,
  ...PRODUCTS.map(([a, b]): ProductName => `${a} × ${b}`),
];

/** The values of {@link TERM_NAMES}, in their order. */
export function termsOf(features: AnswerabilityFeatures): number[] {
  return [
    ...FEATURE_NAMES.map((name) => features[name]),
    ...PRODUCTS.map(([a, b]) => features[a] * features[b]),
  ];
}

/** What one term says for an answer (above 0) or against it (below). */
export interface FeatureContribution {
  readonly name: TermName;
  /** 0 to 1. */
  readonly value: number;
  readonly weight: number;
  /** `value` times `weight`: added to the log odds of an answer. */
  readonly contribution: number;
}

/** A logistic regression, and the least probabilities at which a question is answered. */
export interface AnswerabilityModel {
  readonly intercept: number;
  /** A term without a weight has no part in it. */
  readonly weights: Readonly<Partial<Record<TermName, number>>>;
  /** For an answer. */
  readonly minProbability: number;
  /** For the closest words, said to be that. */
  readonly minUnsureProbability: number;
}

/** Where somebody compares tokens, and where nobody does. */
export interface AnswerabilityModels {
  readonly matched: AnswerabilityModel;
  readonly unmatched: AnswerabilityModel;
}

/** P(the texts answer the question), 0 to 1. */
export function probabilityAnswerable(
  model: AnswerabilityModel,
  features: AnswerabilityFeatures,
): number {
  const logit = contributionsOf(model, features).reduce(
    (sum, { contribution }) => sum + contribution,
    model.intercept,
  );
  return 1 / (1 + Math.exp(-logit));
}

/** What each term that has a weight adds to the log odds of an answer. */
export function contributionsOf(
  { weights }: Pick<AnswerabilityModel, 'weights'>,
  features: AnswerabilityFeatures,
): FeatureContribution[] {
  const values = termsOf(features);
  return TERM_NAMES.flatMap((name, i) => {
    const [weight, value = 0] = [weights[name], values[i]];
    return weight === undefined ? [] : [{ name, value, weight, contribution: weight * value }];
  });
}

import type { FeatureContribution } from './answerability-model.js';

/** Why it was decided that the texts answer. */
export type ReasonFor =
  /** The question names a place by its number, and it is there. */
  | 'named-place'
  /** The question is about a text as a whole: its opening, structure and date answer. */
  | 'whole-document'
  /** The features make an answer probable enough. */
  | 'probable';

/** Why it was decided that they do not. */
export type ReasonAgainst =
  /** No paragraph bears on the question. */
  | 'nothing-found'
  /** The question names a place by its number, and there is none. */
  | 'unknown-place'
  /** Nothing is asked: "thank you". */
  | 'courtesy'
  /** The features make an answer neither probable nor improbable: the closest words are shown. */
  | 'unsure'
  /** The features do not make an answer probable enough. */
  | 'improbable';

/** Whether the texts answer a question, and why. */
export type AnswerDecision = (
  | { readonly answerable: true; readonly reason: ReasonFor }
  | { readonly answerable: false; readonly reason: ReasonAgainst }
) & {
  /** P(the texts answer the question), 0 to 1; 0 or 1 where no features were weighed. */
  readonly probability: number;
  /** The least probability at which a question is answered. */
  readonly minProbability: number;
  /** The least at which the closest words are shown as such. */
  readonly minUnsureProbability: number;
  /** Log odds of an answer before any feature; absent where none was weighed. */
  readonly intercept?: number;
  /** What was weighed, in the order of the model; empty where the reason was plain without. */
  readonly features: readonly FeatureContribution[];
};

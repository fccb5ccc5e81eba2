import type { TokenMatcher } from '../../ports/token-matcher.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { isCourtesy } from '../questions/question-aim.js';
import { ABSTENTION } from '../settings.js';
import { matchOf } from './match-of.js';
import type { AnswerDecision, ReasonAgainst } from './answer-decision.js';
import { answerabilityFeatures, withMatch, type FoundAnswer } from './answerability-features.js';
import {
  contributionsOf,
  probabilityAnswerable,
  type AnswerabilityFeatures,
  type AnswerabilityModel,
  type AnswerabilityModels,
} from './answerability-model.js';
import { ANSWERABILITY_MODELS } from './answerability-weights.js';

/** Tells whether the texts answer a question. */
export type DecideAnswerable = (
  index: SearchIndex,
  found: FoundAnswer,
) => AnswerDecision | Promise<AnswerDecision>;

/**
 * Whether the texts answer the question, as far as its evidence tells. Plain where the question
 * names a place by its number that is there, or is not, and where nothing is asked; else a matter of
 * probability, with a third way out between yes and no.
 * @param matcher compares the question with what would be quoted; that tells nothing where absent
 */
export function createDecider(matcher?: TokenMatcher): DecideAnswerable {
  return async (index, found) => {
    const plain = plainDecision(found.retrieval);
    if (plain !== undefined) return plain;
    const models = modelsFor(found.retrieval);
    const features = answerabilityFeatures(index, found);
    const alone = weigh(models.unmatched, features);
    if (matcher === undefined || isSure(found.retrieval, alone)) return alone;
    const match = await matchOf(matcher, found);
    return match === undefined ? alone : weigh(models.matched, withMatch(features, match));
  };
}

/** To compare would cost as much as to read a paragraph, and changes nothing any more. */
function isSure(retrieval: Retrieval, { probability }: AnswerDecision): boolean {
  return wasRead(retrieval) && probability >= ABSTENTION.sureProbability;
}

function plainDecision(retrieval: Retrieval): AnswerDecision | undefined {
  const { minProbability, minUnsureProbability } = modelsFor(retrieval).unmatched;
  const limits = { minProbability, minUnsureProbability, features: [] };
  const refusal = plainRefusal(retrieval);
  if (refusal !== undefined) {
    return { answerable: false, reason: refusal, probability: 0, ...limits };
  }
  return retrieval.reference === 'found'
    ? { answerable: true, reason: 'named-place', probability: 1, ...limits }
    : undefined;
}

function weigh(model: AnswerabilityModel, features: AnswerabilityFeatures): AnswerDecision {
  const { minProbability, minUnsureProbability, intercept } = model;
  const probability = probabilityAnswerable(model, features);
  const weighed = {
    probability,
    minProbability,
    minUnsureProbability,
    intercept,
    features: contributionsOf(model, features),
  };
  if (probability >= minProbability) return { answerable: true, reason: 'probable', ...weighed };
  return {
    answerable: false,
    reason: probability >= minUnsureProbability ? 'unsure' : 'improbable',
    ...weighed,
  };
}

function plainRefusal({ evidence, reference, question }: Retrieval): ReasonAgainst | undefined {
  if (reference === 'unknown') return 'unknown-place';
  if (evidence.length === 0) return 'nothing-found';
  return isCourtesy(question) ? 'courtesy' : undefined;
}

/** What the reader cannot read has models of its own: vectors are nearer in one language. */
function modelsFor(retrieval: Retrieval): AnswerabilityModels {
  return ANSWERABILITY_MODELS[
    wasRead(retrieval) ? 'read' : retrieval.foreign ? 'foreign' : 'unread'
  ];
}

function wasRead({ evidence }: Retrieval): boolean {
  return evidence.some(({ read }) => read !== undefined);
}

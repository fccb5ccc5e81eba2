import type { TokenMatcher } from '../../ports/token-matcher.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { isCourtesy } from '../questions/question-aim.js';
import { ABSTENTION } from '../settings.js';
import { matchOf } from './match-of.js';
import type { AnswerDecision, ReasonAgainst } from './answer-decision.js';
import { answerabilityFeatures, type FoundAnswer } from './answerability-features.js';
import {
  contributionsOf,
  probabilityAnswerable,
  type AnswerabilityModel,
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
    const plain = plainDecision(found);
    if (plain !== undefined) return plain;
    const alone = weigh(index, found);
    if (matcher === undefined || isSure(found, alone)) return alone;
    return weigh(index, { ...found, match: await matchOf(matcher, found) });
  };
}

/** To compare would cost as much as to read a paragraph, and changes nothing any more. */
function isSure({ retrieval }: FoundAnswer, { probability }: AnswerDecision): boolean {
  return wasRead(retrieval) && probability >= ABSTENTION.sureProbability;
}

function plainDecision(found: FoundAnswer): AnswerDecision | undefined {
  const { minProbability, minUnsureProbability } = modelFor(found);
  const limits = { minProbability, minUnsureProbability, features: [] };
  const refusal = plainRefusal(found.retrieval);
  if (refusal !== undefined) {
    return { answerable: false, reason: refusal, probability: 0, ...limits };
  }
  return found.retrieval.reference === 'found'
    ? { answerable: true, reason: 'named-place', probability: 1, ...limits }
    : undefined;
}

function weigh(index: SearchIndex, found: FoundAnswer): AnswerDecision {
  const model = modelFor(found);
  const { minProbability, minUnsureProbability, intercept } = model;
  const values = answerabilityFeatures(index, found);
  const probability = probabilityAnswerable(model, values);
  const weighed = {
    probability,
    minProbability,
    minUnsureProbability,
    intercept,
    features: contributionsOf(model, values),
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
function modelFor({ retrieval, match }: FoundAnswer): AnswerabilityModel {
  const kind = wasRead(retrieval) ? 'read' : retrieval.foreign ? 'foreign' : 'unread';
  const models = ANSWERABILITY_MODELS[kind];
  return match === undefined ? models.unmatched : models.matched;
}

function wasRead({ evidence }: Retrieval): boolean {
  return evidence.some(({ read }) => read !== undefined);
}

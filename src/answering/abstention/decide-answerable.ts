import type { Retrieval } from '../../retrieval/retriever.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { isCourtesy } from '../questions/question-aim.js';
import type { AnswerDecision, ReasonAgainst } from './answer-decision.js';
import { answerabilityFeatures, type FoundAnswer } from './answerability-features.js';
import {
  contributionsOf,
  probabilityAnswerable,
  type AnswerabilityModel,
} from './answerability-model.js';
import { ABSTENTION } from '../settings.js';
import { ANSWERABILITY_MODELS } from './answerability-weights.js';

/**
 * Whether the texts answer the question, as far as its evidence tells. Plain where the question
 * names a place by its number that is there, or is not, and where nothing is asked; else a matter of
 * probability, with a third way out between yes and no.
 */
export function decideAnswerable(index: SearchIndex, found: FoundAnswer): AnswerDecision {
  const { retrieval } = found;
  const model = modelFor(retrieval);
  const { minUnsureProbability, intercept } = model;
  const minProbability = leastFor(model, index.paragraphCount);
  const limits = { minProbability, minUnsureProbability };
  const refusal = plainRefusal(retrieval);
  if (refusal !== undefined) {
    return { answerable: false, reason: refusal, probability: 0, ...limits, features: [] };
  }
  if (retrieval.reference === 'found') {
    return { answerable: true, reason: 'named-place', probability: 1, ...limits, features: [] };
  }
  const values = answerabilityFeatures(index, found);
  const probability = probabilityAnswerable(model, values);
  const weighed = { probability, ...limits, intercept, features: contributionsOf(model, values) };
  if (probability >= minProbability) return { answerable: true, reason: 'probable', ...weighed };
  return {
    answerable: false,
    reason: probability >= minUnsureProbability ? 'unsure' : 'improbable',
    ...weighed,
  };
}

/** The least probability of an answer, greater in few paragraphs of a language that nothing reads. */
function leastFor(model: AnswerabilityModel, paragraphCount: number): number {
  const { minProbability } = model;
  if (model !== ANSWERABILITY_MODELS.unread) return minProbability;
  const { fewParagraphs, oddsAHalving, mostHalvings } = ABSTENTION;
  const halvings = Math.log2(fewParagraphs / Math.max(1, paragraphCount));
  const raised = Math.max(0, Math.min(mostHalvings, halvings)) * oddsAHalving;
  return 1 / (1 + Math.exp(Math.log(1 / minProbability - 1) - raised));
}

function plainRefusal({ evidence, reference, question }: Retrieval): ReasonAgainst | undefined {
  if (reference === 'unknown') return 'unknown-place';
  if (evidence.length === 0) return 'nothing-found';
  return isCourtesy(question) ? 'courtesy' : undefined;
}

/** What the reader cannot read has models of its own: vectors are nearer in one language. */
function modelFor({ evidence, foreign }: Retrieval): AnswerabilityModel {
  if (evidence.some(({ read }) => read !== undefined)) return ANSWERABILITY_MODELS.read;
  return foreign ? ANSWERABILITY_MODELS.foreign : ANSWERABILITY_MODELS.unread;
}

import { questionsOf } from '../../documents/searched-text.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';
import { isCourtesy } from '../questions/question-aim.js';
import { ABSTENTION } from '../settings.js';
import type { AnswerDecision, ReasonAgainst } from './answer-decision.js';
import { answerabilityFeatures, type FoundAnswer } from './answerability-features.js';
import {
  contributionsOf,
  probabilityAnswerable,
  type AnswerabilityModel,
} from './answerability-model.js';
import { ANSWERABILITY_MODELS } from './answerability-weights.js';

/**
 * Whether the texts answer the question, as far as its evidence tells. Plain where the question
 * names a place by its number that is there, or is not, and where nothing is asked; else a matter of
 * probability.
 */
export function decideAnswerable(index: SearchIndex, found: FoundAnswer): AnswerDecision {
  const { retrieval } = found;
  const model = modelFor(retrieval);
  const { minProbability, intercept } = model;
  const certain = { minProbability, features: [] };
  const refusal = plainRefusal(retrieval);
  if (refusal !== undefined) {
    return { answerable: false, reason: refusal, probability: 0, ...certain };
  }
  if (retrieval.reference === 'found') {
    return { answerable: true, reason: 'named-place', probability: 1, ...certain };
  }
  const values = answerabilityFeatures(index, found);
  const features = contributionsOf(model, values);
  // Of a language that the embedding model cannot read, only shared words tell.
  if (retrieval.aspects.every(({ probes: [own] }) => own?.probe.vector === undefined)) {
    const coverage = {
      minProbability,
      features: features.filter(({ name }) => name === 'coverage'),
    };
    return values.coverage >= ABSTENTION.minCoverage
      ? { answerable: true, reason: 'shared-words', probability: 1, ...coverage }
      : { answerable: false, reason: 'low-coverage', probability: 0, ...coverage };
  }
  const weighed = {
    probability: probabilityAnswerable(model, values),
    minProbability,
    intercept,
    features,
  };
  return weighed.probability >= minProbability
    ? { answerable: true, reason: 'probable', ...weighed }
    : { answerable: false, reason: 'improbable', ...weighed };
}

function plainRefusal({ evidence, reference, question }: Retrieval): ReasonAgainst | undefined {
  if (evidence.length === 0) return 'nothing-found';
  if (reference === 'unknown') return 'unknown-place';
  return isCourtesy(question) ? 'courtesy' : undefined;
}

/** Texts with everyday questions beside them have a model of their own. */
function modelFor({ evidence: [best] }: Retrieval): AnswerabilityModel {
  return best !== undefined && hasExpansion(best.paragraph)
    ? ANSWERABILITY_MODELS.expanded
    : ANSWERABILITY_MODELS.plain;
}

function hasExpansion({ document, paragraph }: IndexedParagraph): boolean {
  return questionsOf(document, paragraph).length > 0;
}

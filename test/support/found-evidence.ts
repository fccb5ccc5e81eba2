import type { AspectPlan } from '../../src/retrieval/query/plan-aspects.js';
import type { QuestionTargets } from '../../src/retrieval/query/question-targets.js';
import type { RankedAspect } from '../../src/retrieval/rerank.js';
import type { Evidence, Found } from '../../src/retrieval/search/evidence.js';
import type { WeightedResult } from '../../src/retrieval/search/search.js';
import type { IndexedParagraph } from '../../src/ports/search-index.js';

/** A paragraph of a number, with no more than what its ranking looks at. */
export function paragraphNumbered(
  number: number,
  { document = 'pact', text = '' }: { readonly document?: string; readonly text?: string } = {},
): IndexedParagraph {
  return {
    number,
    document: { id: document },
    paragraph: { label: String(number), text },
  } as unknown as IndexedParagraph;
}

/** All signals of the paragraph are its score. */
export function evidenceOf(paragraph: IndexedParagraph, score: number): Evidence {
  return { paragraph, lexical: score, similarity: score, reading: score, score };
}

/** The same, before the words of the paragraph are looked at. */
export function foundAt(number: number, score: number, documentId = 'pact'): Found {
  return { number, documentId, lexical: score, similarity: score, reading: 0, score };
}

/** What a text found: scores by number of the paragraph. */
export function resultOf(weight: number, scores: Readonly<Record<number, number>>): WeightedResult {
  const found = Object.entries(scores).map(
    ([number, score]) => [Number(number), foundAt(Number(number), score)] as const,
  );
  return {
    weight,
    result: {
      probe: { text: '', terms: [], vector: undefined },
      within: undefined,
      evidence: new Map(found),
    },
  };
}

/** An aspect that found these, best first. */
export function rankedAspect(ranking: readonly Evidence[]): RankedAspect {
  return { plan: aspectPlan(), results: [], evidence: ranking, ranking };
}

export function aspectPlan(more: Partial<AspectPlan> = {}): AspectPlan {
  return {
    texts: [{ role: 'own', text: '', weight: 1 }],
    within: undefined,
    preferred: undefined,
    named: [],
    sentences: new Map(),
    ofNamed: false,
    ...more,
  };
}

/** What a question asks for by number or word for word: nothing but what is given. */
export function questionTargetsOf(more: Partial<QuestionTargets> = {}): QuestionTargets {
  return {
    references: [],
    named: new Set(),
    sentences: new Map(),
    ofNamed: false,
    missing: [],
    leantOn: new Set(),
    phrases: [],
    holders: [],
    ...more,
  };
}

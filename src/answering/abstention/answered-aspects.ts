import type { Aspect } from '../../retrieval/aspect.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { pickExcerpts } from '../quoting/pick-excerpts.js';
import type { DecideAnswerable } from './decide-answerable.js';

/** The things that a question asks, by whether the texts answer them. */
export interface AspectVerdicts {
  readonly answered: readonly Aspect[];
  readonly unanswered: readonly Aspect[];
}

/**
 * Looks at each of several things that a question asks as if it were asked alone. What is surely
 * not answered is told apart, so that nothing is quoted for it; where that is true of all, the
 * question is judged as one.
 */
export async function answeredAspects(
  index: SearchIndex,
  retrieval: Retrieval,
  decide: DecideAnswerable,
): Promise<AspectVerdicts> {
  const { aspects, reference } = retrieval;
  if (aspects.length < 2 || reference !== 'none') return { answered: aspects, unanswered: [] };
  const answered: Aspect[] = [];
  for (const aspect of aspects) {
    const alone = ofAspects(retrieval, [aspect]);
    const { excerpts } = pickExcerpts(index, [aspect]);
    const { answerable, probability, minUnsureProbability } = await decide(index, {
      retrieval: alone,
      excerpts,
    });
    if (answerable || probability >= minUnsureProbability) answered.push(aspect);
  }
  return answered.length === 0
    ? { answered: aspects, unanswered: [] }
    : { answered, unanswered: aspects.filter((aspect) => !answered.includes(aspect)) };
}

/** What was found, as if nothing but these things had been asked. */
export function ofAspects(retrieval: Retrieval, aspects: readonly Aspect[]): Retrieval {
  const [aspect, ...others] = aspects;
  if (aspect === undefined || others.length > 0) return { ...retrieval, aspects };
  return {
    ...retrieval,
    question: aspect.probes[0]?.probe.text ?? retrieval.question,
    aspects,
    evidence: aspect.evidence.slice(0, retrieval.evidence.length),
  };
}

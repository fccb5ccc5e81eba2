/**
 * One of the things that a question asks, and the ways to read it: as one thing, or as two that are
 * asked for together. What there is of each aspect grows from step to step of retrieval: a plan,
 * what was found, in which order.
 */
export interface SubQuestion<Aspect> {
  /** Read as one thing. */
  readonly whole: Aspect;
  /** Coordination-splits, none for most questions: read as two things. */
  readonly splits: readonly (readonly [Aspect, Aspect])[];
  /**
   * It is the whole question, whose parts are sub-questions of their own: it tells in which order
   * paragraphs were found, and is not answered by itself.
   */
  readonly ranksOnly?: true;
}

/** The same readings, with something else for each aspect. */
export function mapAspects<From, To>(
  subQuestions: readonly SubQuestion<From>[],
  change: (aspect: From) => To,
): SubQuestion<To>[] {
  return subQuestions.map(({ whole, splits, ...how }) => ({
    ...how,
    whole: change(whole),
    splits: splits.map(([first, second]) => [change(first), change(second)] as const),
  }));
}

/** The aspects of all readings, the whole of each sub-question before its halves. */
export function aspectsOf<Aspect>(subQuestions: readonly SubQuestion<Aspect>[]): Aspect[] {
  return subQuestions.flatMap(({ whole, splits }) => [whole, ...splits.flat()]);
}

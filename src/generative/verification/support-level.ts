/**
 * From what on a claim counts as borne out. `training/claims/fit.ts` chooses the first by split over
 * excerpts and says what it costs.
 */
export const SUPPORT_LEVEL = {
  /** Logit of the reader. */
  minLogit: -1,
  /**
   * Cosine, where the reader does not read the language: the claim is about the same, at most. Of
   * Russian and Chinese claims on English sentences nine in ten are nearer to their own, and one in
   * ten to another.
   */
  minSimilarity: 0.27,
} as const;

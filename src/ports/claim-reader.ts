/** A trained model that reads a claim together with the sentences that are said to bear it out. */
export interface ClaimReader {
  /** Whether it reads a language (BCP 47 tag). */
  reads(language: string): boolean;
  /**
   * @param cited the sentences of each passage, at least one each
   * @returns for each passage, in their order, a logit that its sentences bear the claim out
   */
  weigh(claim: string, cited: readonly (readonly string[])[]): Promise<number[]>;
}
